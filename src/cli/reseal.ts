// `latchkey reseal`: after LATCHKEY_SECRET got a new first value, seals all kept tokens with it, so that the old value can be
// removed. Safe while servers are running (docs/tokens.md).

import { createSeal } from '../crypto/seal.ts'
import { type Environment, storeFromEnvironment } from '../environment.ts'
import { LatchkeyError } from '../errors.ts'
import { resealAll } from '../tokens/reseal.ts'
import { createVault } from '../tokens/vault.ts'

export interface ResealSurroundings {
  readonly environment: Environment
  readonly write: (text: string) => void
  readonly complain: (text: string) => void
}

/** Returns the exit code: 0, or 1 if it failed or some tokens could not be opened. */
export async function reseal({ environment, write, complain }: ResealSurroundings): Promise<number> {
  try {
    const seal = createSeal(environment.LATCHKEY_SECRET?.split(',').filter(Boolean) ?? [])
    const store = await storeFromEnvironment(environment)
    try {
      const { resealed, unreadable, total } = await resealAll(createVault({ store, seal, now: Date.now }))
      write(`Sealed ${resealed} of ${total} sets of tokens again.`)
      if (unreadable === 0) return 0
      complain(`${unreadable} could not be opened with any secret given: those people will be asked again.`)
      return 1
    } finally {
      await store.close()
    }
  } catch (error) {
    complain(error instanceof LatchkeyError ? error.message : String(error))
    return 1
  }
}
