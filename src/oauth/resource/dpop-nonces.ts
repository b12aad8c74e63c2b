// Nonces that this server gives to clients for their proofs. They are sealed timestamps, so that every server with the secret
// recognizes them without a list. RFC 9449 §8 and §9.
import type { MaybePromise } from '../../contracts/maybe-promise.ts'
import type { Seal } from '../../crypto/seal.ts'

export interface DpopNonces {
  /** For the DPoP-Nonce header. */
  readonly make: () => MaybePromise<string>
  readonly isKnown: (nonce: string) => Promise<boolean>
}

/** How long a nonce is valid; a client gets a new one with each refusal. */
const lifetimeSeconds = 300
const longestNonce = 300

export function createDpopNonces(seal: Seal, now: () => number): DpopNonces {
  return {
    make: () => seal.seal('dpop-nonce', null, { expiresAt: now() + lifetimeSeconds * 1000 }),
    async isKnown(nonce) {
      if (nonce.length > longestNonce) return false
      const opened = await seal.open('dpop-nonce', nonce, { now: now() })
      return opened.state === 'valid'
    },
  }
}
