// The JWS algorithms that clients, and issuers of access tokens, may sign with (RFC 9449 §4.2, RFC 8725 §3.1).

/** Accepted by default, and announced as `dpop_signing_alg_values_supported`. Never a shared secret. */
export const dpopAlgorithms: readonly string[] = Object.freeze([
  'ES256',
  'ES384',
  'ES512',
  'Ed25519',
  'EdDSA',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
])
