// An error response that belongs to no login of this browser: its state is missing or unknown. No attempt is used and no code
// redeemed; the provider's error is for the log and the developer. RFC 6749 §4.1.2.1.
import { LatchkeyError } from '../../errors.ts'
import { callbackRefusal } from '../../oauth/login/check-callback.ts'

/** @throws LatchkeyError `provider_refused` for an error response without state. */
export function checkStrayRefusal(parameters: URLSearchParams): void {
  if (parameters.get('state') || !parameters.get('error')) return
  const { detail, refusal } = callbackRefusal(parameters)
  // Its login is unknown, so neither "you refused" nor "another browser" would be accurate.
  throw new LatchkeyError('provider_refused', {
    detail: `${detail} It came without state, so it belongs to no login that began here.`,
    refusal,
    facts: { at: 'callback', check: 'state', isMissing: true },
  })
}

/** Returns the same error; if the callback contains a provider's error, adds that to the detail. */
export function withProvidersWords(error: unknown, parameters: URLSearchParams): unknown {
  const isStray = error instanceof LatchkeyError && error.code.startsWith('attempt_')
  if (!isStray || !parameters.get('error')) return error
  const { detail, refusal } = callbackRefusal(parameters)
  return new LatchkeyError(error.code, {
    detail: [error.detail, detail].filter(Boolean).join(' '),
    refusal,
    facts: error.facts,
  })
}
