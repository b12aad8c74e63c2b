// The one start-up error of everything that is wrong with a provider's description or options.
import { LatchkeyError } from '../../errors.ts'

/** The start-up error for a provider that is described wrongly. `fault` ends the sentence and never repeats a secret. */
export function providerInvalid(id: unknown, fault: string): LatchkeyError {
  return new LatchkeyError('config_provider_invalid', {
    detail: `Provider ${JSON.stringify(id)?.slice(0, 80)}: ${fault}.`,
  })
}
