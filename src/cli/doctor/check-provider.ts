// Checks one provider: what to register and where, the credentials, and then the steps of a sign-in that need no person.
import type { Provider } from '../../contracts/provider.ts'
import type { ClientCredentials } from '../../oauth/server/provider-client.ts'
import type { Settings } from '../../options.ts'
import { createOutboundFetch } from '../../outbound/outbound.ts'
import { credentialsOf } from '../../setup/credentials.ts'
import { isLoopbackHostname } from '../../web/loopback.ts'
import { advice, type Finding, fine, fromError, problem } from './finding.ts'
import { fetchMetadataDrift } from './metadata-drift.ts'
import { walkProvider } from './walk-provider.ts'

export async function checkProvider(settings: Settings, provider: Provider): Promise<readonly Finding[]> {
  const known = registration(settings, provider)
  const client = readClient(settings, provider)
  if ('level' in client) return [...known, client]
  const outbound = createOutboundFetch({ timeoutMilliseconds: 5_000 })
  const [steps, clocks, drift] = await Promise.all([
    walkProvider({ settings, provider, credentials: client, outbound }),
    compareClocks(settings, provider, outbound),
    findDrift(provider, outbound),
  ])
  return [...known, ...padding(provider), ...steps, ...clocks, ...drift]
}

function registration(settings: Settings, provider: Provider): readonly Finding[] {
  const { origin, basePath } = settings
  const { id, name, consoleUrl, redirectRules } = provider
  const where = consoleUrl ?? `the pages of ${name} where applications are registered`
  const note = redirectRules.note ? ` ${redirectRules.note}` : ''
  const register = fine(
    id,
    `register exactly ${origin ?? 'ORIGIN'}${basePath}/callback/${id} at ${where}${note}`,
  )
  const refused = origin && refusedOrigin(new URL(origin), provider)
  if (!refused) return [register]
  const remedy =
    'In development leave the credentials out, so that the local identity provider is used, or set ORIGIN to the https address of a tunnel.'
  return [register, advice(id, `${name} accepts no redirect URI at ${refused}.`, remedy)]
}

/** Returns the kind of address that the provider refuses, if the origin is of that kind. */
function refusedOrigin({ protocol, hostname }: URL, { redirectRules }: Provider): string | null {
  if (!isLoopbackHostname(hostname)) return null
  const { localhost = true, loopbackAddress = localhost, httpsLocalhost = true } = redirectRules
  if (protocol === 'https:') return httpsLocalhost ? null : 'https://localhost'
  if (/^(?:127\.|\[)/.test(hostname)) return loopbackAddress ? null : 'http://127.0.0.1'
  return localhost ? null : 'http://localhost'
}

/** Returns the client's credentials, or a finding that says why there are none. */
function readClient({ isProduction }: Settings, provider: Provider): ClientCredentials | Finding {
  const { id, variablePrefix: prefix } = provider
  try {
    const client = credentialsOf(provider)
    if (client) return client
  } catch (error) {
    return fromError(id, error)
  }
  const remedy = `Set ${prefix}_CLIENT_ID and ${prefix}_CLIENT_SECRET.`
  return isProduction
    ? problem(id, 'no credentials.', remedy)
    : advice(id, 'no credentials; development uses the local identity provider.', remedy)
}

function padding({ id, clientId, clientSecret }: Provider): readonly Finding[] {
  const isPadded = [clientId, clientSecret].some(
    (value) => typeof value === 'string' && value !== value.trim(),
  )
  return isPadded ? [problem(id, 'a credential begins or ends with a space.', 'Copy it again.')] : []
}

/** Lists differences between the provider's metadata and its description. Another check reports an unreachable provider. */
async function findDrift(provider: Provider, outbound: typeof fetch): Promise<readonly Finding[]> {
  const drift = await fetchMetadataDrift(provider, outbound).catch(() => null)
  return (drift ?? []).map((fault) =>
    advice(
      provider.id,
      `${fault}.`,
      'If sign-in fails, look for a newer release, or set what changed in the provider’s options.',
    ),
  )
}

/** ID tokens expire, so every sign-in fails if the clock is off by more than the tolerance. */
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
  // Another check reports an unreachable provider.
  if (Number.isNaN(date)) return []
  const seconds = Math.round(((before + now()) / 2 - date) / 1000)
  if (Math.abs(seconds) <= Math.max(2, clockToleranceSeconds / 2))
    return [fine(provider.id, 'the clocks agree.')]
  const direction = seconds > 0 ? 'ahead of' : 'behind'
  const says = `our clock is ${Math.abs(seconds)} seconds ${direction} the provider’s.`
  return [problem(provider.id, says, 'Set this machine’s clock by NTP.')]
}

function clockUrl({ issuer, endpoints, metadataUrl }: Provider): string {
  return metadataUrl ?? endpoints?.token ?? `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
}
