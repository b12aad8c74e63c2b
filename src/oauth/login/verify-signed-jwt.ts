// Verifies a JWT that a provider sends on its own (a logout token, a notification): signature, alg, iss, aud, exp and nbf.
// RFC 7519 §7.2, RFC 8725 §3; docs/security-cases.md D1–D8, I3.
import type { ProviderConnection } from '../server/connection.ts'
import type { KeyPurpose } from '../server/key-set.ts'
import { loadJwtVerification } from '../server/libraries.ts'
import { checkAlgorithm, isSecretAlgorithm } from '../server/signing-algorithms.ts'
import type { UnverifiedJwt } from './compact-jwt.ts'
import { keyFinder, secretKey, withKeys } from './verify-signature.ts'

export interface ExpectedJwt {
  readonly issuer: string
  readonly audiences: readonly string[]
  /** In addition to `iss` and `aud`. */
  readonly requiredClaims: readonly string[]
  readonly purpose: KeyPurpose
}

/** @throws An error of `jose`, a TypeError, or LatchkeyError `provider_unavailable`. */
export async function verifySignedJwt(
  connection: ProviderConnection,
  { text, header: { alg, kid } }: Pick<UnverifiedJwt, 'text' | 'header'>,
  { issuer, audiences, requiredClaims, purpose }: ExpectedJwt,
): Promise<void> {
  const { keys, server, now, clockToleranceSeconds } = connection
  const { id_token_signing_alg_values_supported: algorithms = [] } = await server()
  checkAlgorithm(alg, algorithms)
  const jwtVerify = await loadJwtVerification()
  const options = {
    issuer,
    audience: [...audiences],
    algorithms: [String(alg)],
    requiredClaims: ['iss', 'aud', ...requiredClaims],
    clockTolerance: clockToleranceSeconds,
    currentDate: new Date(now()),
  }
  if (isSecretAlgorithm(alg)) {
    await jwtVerify(text, await secretKey(connection), options)
    return
  }
  await withKeys(keys, { purpose, kid }, async (jwks) => jwtVerify(text, await keyFinder(jwks), options))
}
