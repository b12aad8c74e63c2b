// Tries the steps of a sign-in at one provider that need no person: metadata, keys, the authorization endpoint with the
// client and redirect URI, and the token endpoint with a made-up code.
import type { Provider } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import { type Attempt, createAttempt } from '../../oauth/login/attempt.ts'
import { authorizationUrl } from '../../oauth/login/authorization-url.ts'
import { exchangeCode } from '../../oauth/login/exchange-code.ts'
import {
  type ClientCredentials,
  createConnection,
  type ProviderConnection,
} from '../../oauth/server/connection.ts'
import type { Settings } from '../../options.ts'
import { readAuthorizationAnswer } from './authorization-answer.ts'
import { checkSigningKeys } from './check-signing-keys.ts'
import { advice, type Finding, fine, fromError, problem } from './finding.ts'

export interface ProviderWalk {
  readonly settings: Settings
  readonly provider: Provider
  readonly credentials: ClientCredentials
  readonly outbound: typeof fetch
}

/** Stops at a step without which the later ones cannot work. */
export async function walkProvider(walk: ProviderWalk): Promise<readonly Finding[]> {
  const { provider, settings, outbound } = walk
  const { id } = provider
  try {
    const connection = createConnection(provider, walk.credentials, {
      fetch: outbound,
      now: settings.now,
      clockToleranceSeconds: settings.clockToleranceSeconds,
      isDevelopment: !settings.isProduction,
    })
    const metadata = await checkMetadata(connection)
    const redirectUri = `${settings.origin ?? 'http://localhost:3000'}${settings.basePath}/callback/${id}`
    const attempt = createAttempt(provider, { redirectUri, expiresAt: settings.now() + 60_000 })
    const steps = await Promise.all([
      checkSigningKeys(connection),
      begin(connection, attempt, outbound),
      redeem(connection, attempt),
    ])
    return [...metadata, ...steps.flat()]
  } catch (error) {
    return [fromError(id, error)]
  }
}

/** Makes the same checks as a login. */
async function checkMetadata(connection: ProviderConnection): Promise<readonly Finding[]> {
  const { provider } = connection
  const { id, issuer, claimsFrom, protocol, variablePrefix: prefix } = provider
  const server = await connection.server()
  const source = provider.endpoints
    ? 'its endpoints are configured'
    : 'discovery works, and its issuer matches'
  const found = fine(id, `${source} (${issuer}).`)
  if (protocol !== 'oidc' || claimsFrom !== 'userinfo' || server.userinfo_endpoint) return [found]
  const says = 'its metadata has no userinfo endpoint, so only the claims of the ID token are used.'
  const remedy = `If the ID token has name and e-mail address, set ${prefix}_CLAIMS_FROM=id-token; otherwise set ${prefix}_USERINFO_ENDPOINT.`
  return [found, advice(id, says, remedy)]
}

/** Requests the page that a person would see, without following redirects, and looks for an error. */
async function begin(
  connection: ProviderConnection,
  attempt: Attempt,
  outbound: typeof fetch,
): Promise<readonly Finding[]> {
  const { provider } = connection
  try {
    const url = await authorizationUrl(connection, attempt)
    const answer = await outbound(url, { headers: { accept: 'text/html' } }).catch(() => null)
    if (!answer) {
      const says = `the authorization endpoint (${url.origin}${url.pathname}) does not answer this server.`
      return [advice(provider.id, says, 'Only browsers must reach it: open it in one.')]
    }
    return [await readAuthorizationAnswer(provider, answer, attempt.redirectUri)]
  } catch (error) {
    return [fromError(provider.id, error)]
  }
}

const madeUpCode = 'latchkey-doctor-made-this-up'

/** RFC 6749 §5.2: an authenticated client gets `invalid_grant`, any other `invalid_client`. */
async function redeem(connection: ProviderConnection, attempt: Attempt): Promise<readonly Finding[]> {
  const { provider } = connection
  const { id, variablePrefix: prefix, issuer } = provider
  const callback = new URLSearchParams({ code: madeUpCode, state: attempt.state })
  const server = await connection.server()
  if (server.authorization_response_iss_parameter_supported) callback.set('iss', issuer)
  try {
    await exchangeCode(connection, callback, attempt)
  } catch (error) {
    if (!(error instanceof LatchkeyError)) throw error
    if (error.refusal?.error === 'invalid_grant') {
      return [fine(id, 'the token endpoint accepts the client, and refuses a made-up code.')]
    }
    if (error.code === 'provider_credentials_refused') {
      const remedy = `Compare ${prefix}_CLIENT_ID and ${prefix}_CLIENT_SECRET with the provider’s pages, and ${prefix}_CLIENT_AUTH with what is registered.`
      return [problem(id, `the token endpoint refuses the client: ${error.detail ?? error.code}`, remedy)]
    }
    if (error.code === 'provider_unavailable' || error.code === 'provider_redirect_uri_mismatch') {
      return [fromError(id, error)]
    }
    const says = `the token endpoint answers a made-up code with: ${error.detail ?? error.code}`
    return [advice(id, says, 'This does not show whether the client secret is right.')]
  }
  return [problem(id, 'the token endpoint accepted a made-up code.', 'Do not use this provider.')]
}
