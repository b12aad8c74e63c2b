// Verifies a DPoP proof: that the sender of this request holds a key, made for this request alone, a moment ago, and shown
// for the first time. One reader for the token endpoint (RFC 9449 §5) and for resources (§7). The checks of §4.3, in order.
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

/** What the proof must be for. */
export interface ExpectedDpopProof {
  /** The method of the request, such as `POST`. */
  readonly method: string
  /** The whole address as the client knows it: made of the configured origin, never of a Host header. */
  readonly url: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** How long ago a proof may have been made. Default: 60. */
  readonly lifetimeSeconds?: number | undefined
  /** Accepted difference between both clocks. Default: 60. */
  readonly clockToleranceSeconds?: number | undefined
  /** JWS algorithms that may sign. Default: `dpopAlgorithms`. */
  readonly algorithms?: readonly string[] | undefined
  /** At a resource: the access token of the same request, which the proof must name (`ath`). Null: there is none. */
  readonly accessToken: string | null
  /** The thumbprint of the only key that is accepted (`cnf.jkt` of a token, `dpop_jkt` of a code). Null: any key. */
  readonly thumbprint: string | null
  /**
   * Marks a proof as used until `expiresAt` (milliseconds since 1970), atomically: true for the first caller only. Asked
   * last, when all else is right. `store.marks.useOnce` is one.
   */
  readonly useOnce: (mark: string, expiresAt: number) => MaybePromise<boolean>
  /** Whether a nonce is one that this server gave lately. Null: this server gives none. */
  readonly isNonceKnown: ((nonce: string) => MaybePromise<boolean>) | null
}

export interface VerifiedDpopProof {
  /** The name of the key (RFC 7638): what a token is bound to. */
  readonly thumbprint: string
}

/** A proof with a key of 4,096 bits has some 2,500 characters. */
const maxLength = 8192
const maxJtiLength = 512
/** A mark outlives its proof by more than the clocks of two servers differ. */
const clocksDifferMilliseconds = 60_000

/**
 * Verifies the value of the `DPoP` header; null where the request has none. Several headers, which `Headers` joins with a
 * comma, are no proof.
 *
 * @throws LatchkeyError `dpop_proof_invalid`; `dpop_nonce_required` where only a nonce of this server is missing or too old.
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
  // RFC 9449 §4.3 (4): without its type, any other JWT that the key has signed would do.
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
  // RFC 9449 §4.3 (8) and (9): a proof that was caught on the way must open no other door.
  if (htm !== method) throw invalid(`htm is another method.${both(method, htm)}`)
  const [wanted, found] = [dpopTarget(url), dpopTarget(htu)]
  // Without the query, which is not part of it and may hold what is not for logs.
  if (wanted === null || found !== wanted)
    throw invalid(`htu is another address.${both(wanted ?? 'an http address', found ?? undefined)}`)
}

/** Answers until when the proof could be shown again, in milliseconds since 1970. */
function checkTime({ iat }: Readonly<Record<string, unknown>>, expected: ExpectedDpopProof): number {
  const { now, lifetimeSeconds = 60, clockToleranceSeconds = 60 } = expected
  if (typeof iat !== 'number' || !Number.isFinite(iat))
    throw invalid(`iat is no time. Found ${foundValue(iat, 60)}`)
  // RFC 9449 §4.3 (11), §11.1: a stock of proofs for later is worth as much as the key.
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
  // RFC 9449 §4.3 (12): the proof is for this token, and the token is for this key.
  if (expected.accessToken !== null && ath !== (await platform.sha256(expected.accessToken)))
    throw invalid('ath is not the hash of the access token')
  if (expected.thumbprint !== null && !sameText(thumbprint, expected.thumbprint))
    throw invalid('it is made with another key than the one that the token is bound to')
}

async function checkNonce(nonce: unknown, { isNonceKnown }: ExpectedDpopProof): Promise<void> {
  if (isNonceKnown === null) return
  // RFC 9449 §4.3 (10), §8: the client cannot have made this proof before the server gave the nonce.
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
  // RFC 9449 §11.1: a proof that was intercepted cannot be used again. Marks have one length,
  // whatever the client made up, and the jti of one client cannot use up another's.
  const mark = `dpop:${await platform.sha256(`${thumbprint} ${jti}`)}`
  if (!(await useOnce(mark, endsAt + clocksDifferMilliseconds))) throw invalid('it was shown before (jti)')
}

const sameText: Platform['equals'] = platform.equals

function invalid(detail: string, cause?: unknown): LatchkeyError {
  return new LatchkeyError('dpop_proof_invalid', { detail: `The DPoP proof is refused: ${detail}.`, cause })
}

/** What a library or our own reader says of the proof; none of them quotes it. */
async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof LatchkeyError) throw error
    throw invalid(error instanceof Error ? error.message.replace(/\.$/, '') : 'it cannot be read', error)
  }
}
