// One provider: what to register and where, whether it can be reached, whether it is who we think, and its clock.
import type { Provider } from '../../contracts/provider.ts'
import { variableOf } from '../../contracts/variable-of.ts'
import { LatchkeyError } from '../../errors.ts'
import { createProviderClient } from '../../oauth/server/provider-client.ts'
import type { Settings } from '../../options.ts'
import { createOutboundFetch } from '../../outbound/outbound.ts'
import { advice, type Finding, fine, problem } from './finding.ts'

export async function checkProvider(settings: Settings, provider: Provider): Promise<readonly Finding[]> {
  const known = [registration(settings, provider), ...credentials(settings, provider)]
  // Without credentials nobody is sent there.
  if (!clientIdOf(settings, provider)) return known
  const outbound = createOutboundFetch({ timeoutMilliseconds: 5_000 })
  const [reached, clocks] = await Promise.all([
    reachable(settings, provider, outbound),
    compareClocks(settings, provider, outbound),
  ])
  return [...known, reached, ...clocks]
}

function clientIdOf({ environment }: Settings, provider: Provider): string | undefined {
  return provider.clientId ?? environment[`${variableOf(provider.id)}_CLIENT_ID`]
}

function registration(
  { origin, publicBasePath: basePath }: Settings,
  { id, name, consoleUrl }: Provider,
): Finding {
  const where = consoleUrl ?? `the pages of ${name} where applications are registered`
  return fine(id, `register exactly ${origin ?? 'ORIGIN'}${basePath}/callback/${id} at ${where}`)
}

function credentials(settings: Settings, provider: Provider): readonly Finding[] {
  const { environment, isProduction } = settings
  const name = variableOf(provider.id)
  const clientId = clientIdOf(settings, provider)
  const clientSecret = provider.clientSecret ?? environment[`${name}_CLIENT_SECRET`]
  if (!clientId) {
    const says = 'no credentials; in development the local identity provider stands in.'
    const remedy = `Set ${name}_CLIENT_ID and ${name}_CLIENT_SECRET.`
    return [
      isProduction ? problem(provider.id, 'no credentials.', remedy) : advice(provider.id, says, remedy),
    ]
  }
  const isPublic =
    provider.clientAuthentication === 'none' || provider.clientAuthentication === 'private_key_jwt'
  if (!clientSecret && !isPublic) {
    return [problem(provider.id, 'a client id, but no secret.', `Set ${name}_CLIENT_SECRET.`)]
  }
  const isPadded = [clientId, clientSecret].some(
    (value) => typeof value === 'string' && value !== value.trim(),
  )
  return isPadded
    ? [problem(provider.id, 'a credential begins or ends with a space.', 'Copy it once more.')]
    : []
}

/** Asks for the metadata as a login would, with every check that a login makes. */
async function reachable(settings: Settings, provider: Provider, outbound: typeof fetch): Promise<Finding> {
  const protocol = {
    fetch: outbound,
    now: settings.now,
    clockToleranceSeconds: settings.clockToleranceSeconds,
  }
  const client = createProviderClient(provider, { clientId: 'doctor', clientSecret: null }, protocol)
  try {
    await client.supportsEndSession()
    const source = provider.endpoints
      ? 'its endpoints are configured'
      : 'discovery answers, and its issuer is equal'
    return fine(provider.id, `${source} (${provider.issuer}).`)
  } catch (error) {
    if (!(error instanceof LatchkeyError)) throw error
    return problem(provider.id, error.detail ?? error.code, error.forDeveloper)
  }
}

/** ID tokens are refused by time: a clock that is off by more than the tolerance signs nobody in. */
async function compareClocks(
  { now, clockToleranceSeconds }: Settings,
  provider: Provider,
  outbound: typeof fetch,
): Promise<readonly Finding[]> {
  const before = now()
  const date = await outbound(clockUrl(provider), { method: 'HEAD' }).then(
    ({ headers }) => Date.parse(headers.get('date') ?? ''),
    () => Number.NaN,
  )
  // Whether it can be reached is said already.
  if (Number.isNaN(date)) return []
  const seconds = Math.round(((before + now()) / 2 - date) / 1000)
  if (Math.abs(seconds) <= Math.max(2, clockToleranceSeconds / 2))
    return [fine(provider.id, 'the clocks agree.')]
  const direction = seconds > 0 ? 'ahead of' : 'behind'
  const says = `our clock is ${Math.abs(seconds)} seconds ${direction} the provider’s.`
  return [problem(provider.id, says, 'Set this machine’s clock by NTP.')]
}

function clockUrl({ issuer, endpoints }: Provider): string {
  return endpoints?.token ?? `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
}
