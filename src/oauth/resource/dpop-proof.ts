// Verifies a DPoP proof: the sender of this request holds a key, and made the proof for this request alone, a moment ago, and has not
// used it before. Used by the token endpoint (RFC 9449 §5) and by resources (§7). The checks of §4.3, in order.
import type { MaybePromise } from '../../contracts/maybe-promise.ts'
import { type Platform, platform } from '../../crypto/platform.ts'
import { LatchkeyError } from '../../errors.ts'
import { foundValue } from '../../web/foreign-text.ts'
import { readCompactJwt, type UnverifiedJwt } from '../login/compact-jwt.ts'
import { verifyWithKey } from '../login/verify-signature.ts'
import { both } from '../server/expected-and-found.ts'
import { dpopAlgorithms } from './dpop-algorithms.ts'
import { type ProofKey, readProofKey } from './dpop-key.ts'
import { dpopTarget } from './dpop-target.ts'

/** The values that the proof must match. */
export interface ExpectedDpopProof {
  /** The method of the request, such as `POST`. */
  readonly method: string
  /** The whole address as the client knows it: built from the configured origin, never from a Host header. */
  readonly url: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** The greatest age of a proof, in seconds. Default: 60. */
  readonly lifetimeSeconds?: number | undefined
  /** The accepted difference between both clocks, in seconds. Default: 60. */
  readonly clockToleranceSeconds?: number | undefined
  /** JWS algorithms that may be used to sign. Default: `dpopAlgorithms`. */
  readonly algorithms?: readonly string[] | undefined
  /** At a resource: the access token of the same request, whose hash the proof must contain (`ath`). Null: there is none. */
  readonly accessToken: string | null
  /** The thumbprint of the only accepted key (`cnf.jkt` of a token, `dpop_jkt` of a code). Null: any key. */
  readonly thumbprint: string | null
  /**
   * Marks a proof as used until `expiresAt` (milliseconds since 1970), atomically: returns true for the first caller only. Called
   * last, after all other checks have passed. `store.marks.useOnce` fits.
   */
  readonly useOnce: (mark: string, expiresAt: number) => MaybePromise<boolean>
  /** Whether this server issued the nonce recently. Null: this server does not use nonces. */
  readonly isNonceKnown: ((nonce: string) => MaybePromise<boolean>) | null
}

export interface VerifiedDpopProof {
  /** The thumbprint of the key (RFC 7638), to which a token is bound. */
  readonly thumbprint: string
}

/** A proof with a key of 4,096 bits has about 2,500 characters. */
const maxLength = 8192
const maxJtiLength = 512
/** A mark outlives its proof by more than the clocks of two servers differ. */
const clocksDifferMilliseconds = 60_000

/**
 * Verifies the value of the `DPoP` header; null means that the request has none. Several headers, which `Headers` joins with a
 * comma, are refused.
 *
 * @throws LatchkeyError `dpop_proof_invalid`; `dpop_nonce_required` if only a nonce of this server is missing or too old.
 */
export async function verifyDpopProof(
  proof: string | null,
  expected: ExpectedDpopProof,
): Promise<VerifiedDpopProof> {
  if (proof === null) throw invalid('the request has no DPoP header')
  if (proof.length > maxLength) throw invalid('it is too long')
  const jwt = await reading(async () => readCompactJwt(proof, 'dpop+jwt'))
  const { thumbprint } = await reading(() => verifyOwnSignature(jwt, expected.algorithms ?? dpopAlgorithms))
  checkRequest(jwt.claims, expected)
  const endsAt = checkTime(jwt.claims, expected)
  await checkToken(jwt.claims, thumbprint, expected)
  await checkNonce(jwt.claims.nonce, expected)
  await takeJti(jwt.claims.jti, { thumbprint, endsAt, useOnce: expected.useOnce })
  return { thumbprint }
}

async function verifyOwnSignature(
  { header, text }: UnverifiedJwt,
  algorithms: readonly string[],
): Promise<ProofKey> {
  const { typ, alg, jwk } = header
  // RFC 9449 §4.3 (4): without the type, any other JWT that the key has signed would be accepted.
  if (typeof typ !== 'string' || typ.toLowerCase() !== 'dpop+jwt')
    throw new TypeError(`its type is wrong.${both('dpop+jwt', typ)}`)
  // RFC 9449 §4.3 (5), RFC 8725 §3.1: the receiver decides, never the token.
  if (!algorithms.some((accepted) => accepted === alg))
    throw new TypeError(`its algorithm is not accepted.${both(algorithms, alg)}`)
  const own = await readProofKey(jwk, String(alg))
  await verifyWithKey({ text, alg: String(alg) }, own.key)
  return own
}

function checkRequest(
  { htm, htu }: Readonly<Record<string, unknown>>,
  { method, url }: ExpectedDpopProof,
): void {
  // RFC 9449 §4.3 (8) and (9): an intercepted proof must not work for another request.
  if (htm !== method) throw invalid(`htm is another method.${both(method, htm)}`)
  const [wanted, found] = [dpopTarget(url), dpopTarget(htu)]
  // Compared without the query, which is not part of it and may contain values that must not be logged.
  if (wanted === null || found !== wanted)
    throw invalid(`htu is another address.${both(wanted ?? 'an http address', found ?? undefined)}`)
}

/** Returns until when the proof could be used again, in milliseconds since 1970. */
function checkTime({ iat }: Readonly<Record<string, unknown>>, expected: ExpectedDpopProof): number {
  const { now, lifetimeSeconds = 60, clockToleranceSeconds = 60 } = expected
  if (typeof iat !== 'number' || !Number.isFinite(iat))
    throw invalid(`iat is no time. Found ${foundValue(iat, 60)}`)
  // RFC 9449 §4.3 (11), §11.1: proofs that were made in advance would be as valuable as the key.
  const seconds = now / 1000
  if (iat > seconds + clockToleranceSeconds)
    throw invalid(`iat is in the future.${both(Math.floor(seconds), iat)}`)
  if (iat < seconds - lifetimeSeconds - clockToleranceSeconds)
    throw invalid(`iat is too long ago.${both(Math.floor(seconds), iat)}`)
  return (iat + lifetimeSeconds + clockToleranceSeconds) * 1000
}

async function checkToken(
  { ath }: Readonly<Record<string, unknown>>,
  thumbprint: string,
  expected: ExpectedDpopProof,
): Promise<void> {
  // RFC 9449 §4.3 (12): the proof is for this token, and the token is bound to this key.
  if (expected.accessToken !== null && ath !== (await platform.sha256(expected.accessToken)))
    throw invalid('ath is not the hash of the access token')
  if (expected.thumbprint !== null && !sameText(thumbprint, expected.thumbprint))
    throw invalid('it is made with another key than the one that the token is bound to')
}

async function checkNonce(nonce: unknown, { isNonceKnown }: ExpectedDpopProof): Promise<void> {
  if (isNonceKnown === null) return
  // RFC 9449 §4.3 (10), §8: with a nonce, the client cannot have made this proof before the server issued the nonce.
  if (nonce === undefined) throw new LatchkeyError('dpop_nonce_required')
  if (typeof nonce !== 'string' || !(await isNonceKnown(nonce)))
    throw new LatchkeyError('dpop_nonce_required', {
      detail: 'The nonce is too old, or not one of this server.',
    })
}

interface ShownProof {
  readonly thumbprint: string
  readonly endsAt: number
  readonly useOnce: ExpectedDpopProof['useOnce']
}

async function takeJti(jti: unknown, { thumbprint, endsAt, useOnce }: ShownProof): Promise<void> {
  if (typeof jti !== 'string' || jti === '' || jti.length > maxJtiLength)
    throw invalid(`jti is no text of 1 to ${maxJtiLength} characters`)
  // RFC 9449 §11.1: an intercepted proof cannot be used again. The mark is a hash, so its length does not depend on the client, and
  // the jti of one client cannot use up that of another.
  const mark = `dpop:${await platform.sha256(`${thumbprint} ${jti}`)}`
  if (!(await useOnce(mark, endsAt + clocksDifferMilliseconds))) throw invalid('it was shown before (jti)')
}

const sameText: Platform['equals'] = platform.equals

function invalid(detail: string, cause?: unknown): LatchkeyError {
  return new LatchkeyError('dpop_proof_invalid', { detail: `The DPoP proof is refused: ${detail}.`, cause })
}

/** Turns errors of a library or of our own reader into a refusal; none of them quotes the proof. */
async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof LatchkeyError) throw error
    throw invalid(error instanceof Error ? error.message.replace(/\.$/, '') : 'it cannot be read', error)
  }
}
