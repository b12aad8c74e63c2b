// The key to which tokens are bound (DPoP, RFC 9449 §5): the key that signed the proof of this token request.
import type { FirstPartyClient } from '../../contracts/client.ts'
import { LatchkeyError } from '../../errors.ts'
import { verifyDpopProof } from '../../oauth/resource/dpop-proof.ts'
import { type Parts, pathTo, storeOf, type Visit } from '../request/parts.ts'

export interface KeyDemand {
  readonly client: FirstPartyClient
  /** The key to which the code or token is bound; null if it is not bound. */
  readonly bound: string | null
}

/** Returns the thumbprint of the key; null for a bearer token. Throws `dpop_proof_invalid`. */
export async function keyOf(
  parts: Parts,
  { request, place }: Visit,
  { client, bound }: KeyDemand,
): Promise<string | null> {
  const proof = request.headers.get('dpop')
  if (proof === null && bound === null && !client.requireDpop) return null
  // RFC 9449 §5: no downgrade. A bound refresh token without its key may be stolen.
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
