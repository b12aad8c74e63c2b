// An OpenID Connect provider's metadata (OpenID Connect Discovery §3, RFC 8414 §2, RFC 9207 §3) and its public keys.

import { clientAuthentications } from './authenticate-client.ts'
import { sendsIssuer } from './authorization-answer.ts'
import { type Exchange, json, unavailable, webPage } from './exchange.ts'
import type { ServedProvider } from './served-provider.ts'

export const jwksPath = '/local/jwks'

export function discovery({ provider }: Exchange): Response {
  const fault = provider.faults.strike(
    [
      'discovery_503',
      'discovery_404',
      'discovery_html',
      'discovery_wrong_issuer',
      'discovery_without_userinfo',
    ],
    null,
  )
  if (fault === 'discovery_503') return unavailable()
  if (fault === 'discovery_404') return json({ error: 'not_found' }, 404)
  if (fault === 'discovery_html') return webPage()
  const { issuer, paths, scopes } = provider
  const at = (path: string | undefined): string | undefined => path && `${issuer}${path}`
  return json({
    issuer: fault === 'discovery_wrong_issuer' ? `${issuer}/other` : issuer,
    authorization_endpoint: at(paths.authorization),
    token_endpoint: at(paths.token),
    userinfo_endpoint: fault === 'discovery_without_userinfo' ? undefined : at(paths.userinfo),
    end_session_endpoint: at(paths.endSession),
    revocation_endpoint: at(paths.revocation),
    jwks_uri: at(jwksPath),
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'form_post'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [provider.keys.alg],
    token_endpoint_auth_methods_supported: clientAuthentications(provider),
    token_endpoint_auth_signing_alg_values_supported: ['ES256', 'HS256'],
    ...codeChallengeMethods(provider),
    scopes_supported: [...new Set(['openid', 'profile', 'email', 'offline_access', ...scopes])],
    prompt_values_supported: ['none', 'login', 'select_account', 'consent'],
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    authorization_response_iss_parameter_supported: sendsIssuer(provider),
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
  })
}

/** RFC 8414 §2: absent if PKCE is not supported. */
function codeChallengeMethods({ fixture }: ServedProvider): object {
  const { pkce = 'S256' } = fixture
  if (pkce === 'refused') return {}
  return { code_challenge_methods_supported: [pkce === 'plain' ? 'plain' : 'S256'] }
}

export async function jwks({ provider }: Exchange): Promise<Response> {
  const fault = provider.faults.strike(['jwks_503', 'empty_key_set'], null)
  if (fault === 'jwks_503') return unavailable()
  if (fault === 'empty_key_set') return json({ keys: [] })
  return json({ keys: await provider.keys.published() })
}
