// The key that tokens are bound to (DPoP, RFC 9449 §5): the one that signed the proof of this token request.
import type { FirstPartyClient } from '../../contracts/client.ts'
import { LatchkeyError } from '../../errors.ts'
import { verifyDpopProof } from '../../oauth/resource/dpop-proof.ts'
import { type Parts, pathTo, storeOf, type Visit } from '../request/parts.ts'

export interface KeyDemand {
  readonly client: FirstPartyClient
  /** The key that the code or the token is bound to; null where it is bound to none. */
  readonly bound: string | null
}

/** Its thumbprint; null for an ordinary token. Throws `dpop_proof_invalid`. */
export async function keyOf(
  parts: Parts,
  { request, place }: Visit,
  { client, bound }: KeyDemand,
): Promise<string | null> {
  const proof = request.headers.get('dpop')
  if (proof === null && bound === null && !client.requireDpop) return null
  // RFC 9449 §5: no downgrade. A bound refresh token without its key is a stolen one.
  if (proof === null) {
    throw new LatchkeyError('dpop_proof_invalid', {
      detail: client.requireDpop
        ? `The client "${client.id}" is configured with requireDpop, and the request has no DPoP header.`
        : 'This grant is bound to a key, and the request has no DPoP header.',
    })
  }
  const { now, clockToleranceSeconds } = parts.settings
  const { thumbprint } = await verifyDpopProof(proof, {
    method: request.method,
    url: `${place.origin}${pathTo(parts, '/token')}`,
    now: now(),
    clockToleranceSeconds,
    accessToken: null,
    thumbprint: bound,
    useOnce: (mark, expiresAt) => storeOf(parts).marks.useOnce(mark, expiresAt),
    isNonceKnown: null,
  })
  return thumbprint
}
