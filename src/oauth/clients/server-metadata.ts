// The metadata of this authorization server for clients (RFC 8414 §2, RFC 8628 §4, RFC 9207 §3, RFC 9449 §5.1).
import type { FirstPartyClient } from '../../contracts/client.ts'
import { dpopAlgorithms } from '../resource/dpop-algorithms.ts'
import { DEVICE_GRANT, SESSION_SCOPE } from './token-request.ts'

/** The metadata document. `issuer` is the address of the routes, such as `https://app.example.com/auth`. */
export function serverMetadata(
  issuer: string,
  clients: readonly FirstPartyClient[],
): Readonly<Record<string, unknown>> {
  const hasDevices = clients.some(({ device }) => device)
  const hasCodes = clients.some(({ redirectUris }) => redirectUris.length > 0)
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    ...(hasDevices && { device_authorization_endpoint: `${issuer}/device` }),
    revocation_endpoint: `${issuer}/revoke`,
    scopes_supported: [SESSION_SCOPE],
    response_types_supported: hasCodes ? ['code'] : [],
    response_modes_supported: ['query'],
    grant_types_supported: [
      ...(hasCodes ? ['authorization_code'] : []),
      'refresh_token',
      ...(hasDevices ? [DEVICE_GRANT] : []),
    ],
    token_endpoint_auth_methods_supported: ['none'],
    revocation_endpoint_auth_methods_supported: ['none'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    dpop_signing_alg_values_supported: dpopAlgorithms,
  }
}
