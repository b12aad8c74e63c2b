// The start-up error for mistakes in a provider's description or options.
import { LatchkeyError } from '../../errors.ts'

/** Makes the error. `fault` ends the sentence, and must not contain a secret. */
export function providerInvalid(id: unknown, fault: string): LatchkeyError {
  return new LatchkeyError('config_provider_invalid', {
    detail: `Provider ${JSON.stringify(id)?.slice(0, 80)}: ${fault}.`,
  })
}
