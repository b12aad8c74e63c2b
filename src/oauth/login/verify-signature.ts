// Verifies the signature of a JWT with the provider's published keys, and fetches new keys once if none fits; or with the client
// secret by HS256, if the provider's description names that algorithm. The key never comes from the token's own header
// (CVE-2026-27962). OpenID Connect Core §3.1.3.7 (8) and §10.1.1; docs/security-cases.md D4–D9, E5.
import type { JWKS } from 'oauth4webapi'
import { type Platform, platform as runtimePlatform } from '../../crypto/platform.ts'
import { LatchkeyError } from '../../errors.ts'
import { foundValue } from '../../web/foreign-text.ts'
import type { ProviderConnection } from '../server/connection.ts'
import { withoutCopies } from '../server/distinct-keys.ts'
import type { KeyPurpose, KeySet } from '../server/key-set.ts'
import { loadKeyChoice, loadSignatureVerification } from '../server/libraries.ts'
import { isSecretAlgorithm } from '../server/signing-algorithms.ts'
import { isKeyMissing } from '../server/translate-error.ts'
import type { UnverifiedJwt } from './compact-jwt.ts'

/**
 * Verifies the signature of exactly this text, whose `alg` has been accepted already. Form and claims are checked elsewhere.
 * @throws An error of `jose`, or one with its code `ERR_JWS_SIGNATURE_VERIFICATION_FAILED`.
 */
export async function verifySignature(
  connection: Pick<ProviderConnection, 'keys' | 'provider' | 'clientSecret'>,
  { text, header }: Pick<UnverifiedJwt, 'text' | 'header'>,
  platform: Pick<Platform, 'verifySignature' | 'decodeBase64url'> = runtimePlatform,
): Promise<void> {
  const { keys } = connection
  const { kid } = header
  const alg = String(header.alg)
  if (isSecretAlgorithm(alg)) {
    const verifyByJose = await loadSignatureVerification()
    await verifyByJose(text, await secretKey(connection), { algorithms: [alg] })
    return
  }
  return withKeys(keys, { purpose: 'login', kid }, async (jwks) => {
    const findKey = await keyFinder(jwks)
    await verifyWithKey({ text, alg }, await findKey({ ...header, alg }), platform)
  })
}

/**
 * Verifies the signature of exactly this text with this key, synchronously if the runtime can.
 * @throws An error with the code `ERR_JWS_SIGNATURE_VERIFICATION_FAILED`.
 */
export async function verifyWithKey(
  { text, alg }: { readonly text: string; readonly alg: string },
  key: CryptoKey,
  platform: Pick<Platform, 'verifySignature' | 'decodeBase64url'> = runtimePlatform,
): Promise<void> {
  if (platform.verifySignature === null) {
    const verifyByJose = await loadSignatureVerification()
    await verifyByJose(text, key, { algorithms: [alg] })
    return
  }
  const dot = text.lastIndexOf('.')
  const signature = platform.decodeBase64url(text.slice(dot + 1))
  const isSigned = signature && platform.verifySignature(alg, key, { data: text.slice(0, dot), signature })
  if (!isSigned) throw new SignatureError('signature verification failed')
}

/** @throws LatchkeyError if the description does not name the algorithm, or if there is no secret. */
export async function secretKey({
  provider,
  clientSecret,
}: Pick<ProviderConnection, 'provider' | 'clientSecret'>): Promise<Uint8Array> {
  const secret = await clientSecret()
  // RFC 8725 §3.1: a token must not choose this way itself; without a secret any attacker could sign.
  if (!isSecretAlgorithm(provider.idTokenSigningAlg) || !secret) {
    throw new LatchkeyError('provider_id_token_invalid', {
      detail: 'HS256 needs idTokenSigningAlg "HS256" and a client secret.',
    })
  }
  return new TextEncoder().encode(secret)
}

class SignatureError extends Error {
  override readonly name = 'SignatureError'
  /** The code that `jose` uses. */
  readonly code = 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'
}

/** Runs `verify` with the keys, and once more with newer ones if a key is missing. */
export async function withKeys<T>(
  keys: KeySet,
  { purpose, kid }: { readonly purpose: KeyPurpose; readonly kid: unknown },
  verify: (jwks: JWKS) => Promise<T>,
): Promise<T> {
  const jwks = await keys.current(purpose)
  try {
    return await verify(jwks)
  } catch (error) {
    const newer = isKeyMissing(error, kid) ? await keys.newerThan(jwks, purpose) : null
    if (newer === null) throw withKeyNames(error, jwks, kid)
    try {
      return await verify(newer)
    } catch (second) {
      throw withKeyNames(second, newer, kid)
    }
  }
}

/** Adds the key names of both sides to "No key fits". */
function withKeyNames(error: unknown, { keys }: JWKS, kid: unknown): unknown {
  if (!(error instanceof Error) || !isKeyMissing(error, kid ?? '')) return error
  const published = keys.map((key) => foundValue(key.kid, 60)).join(', ')
  const message = `no published key fits: the token names ${foundValue(kid, 60)}, published are ${published || 'none'}`
  return Object.assign(new Error(message.slice(0, 400)), {
    name: error.name,
    code: 'ERR_JWKS_NO_MATCHING_KEY',
    // An empty key set is a different fault from a key that is missing in it.
    ...(keys.length === 0 && { isMissing: true }),
  })
}

type KeyFinder = ReturnType<Awaited<ReturnType<typeof loadKeyChoice>>>

/** Cached by key set, so that imported keys are reused. */
const keyFinders = new WeakMap<JWKS, KeyFinder>()

/** Chooses the key of the set for a header's `alg` and `kid`. */
export async function keyFinder(jwks: JWKS): Promise<KeyFinder> {
  const known = keyFinders.get(jwks)
  if (known) return known
  const createLocalJWKSet = await loadKeyChoice()
  type Keys = Parameters<typeof createLocalJWKSet>[0]
  const byName = createLocalJWKSet(jwks as Keys)
  const nameless = createLocalJWKSet({ keys: withoutCopies(jwks.keys) } as Keys)
  const finder = ((header, token) =>
    header?.kid === undefined ? nameless(header, token) : byName(header, token)) as KeyFinder
  keyFinders.set(jwks, finder)
  return finder
}
