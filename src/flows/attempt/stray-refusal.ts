// A provider's refusal that belongs to no login of this browser: it comes without state, or with one that is not known here.
// Nothing is taken and nothing is redeemed; the provider's words are for the log and the developer. RFC 6749 §4.1.2.1.
import { LatchkeyError } from '../../errors.ts'
import { callbackRefusal } from '../../oauth/login/check-callback.ts'

/** @throws LatchkeyError `provider_refused` for an error that comes without state. */
export function checkStrayRefusal(parameters: URLSearchParams): void {
  if (parameters.get('state') || !parameters.get('error')) return
  const { detail, refusal } = callbackRefusal(parameters)
  // Whose refusal it is cannot be known: neither "you refused" nor "another browser" would be true.
  throw new LatchkeyError('provider_refused', {
    detail: `${detail} It came without state, so it belongs to no login that began here.`,
    refusal,
    facts: { at: 'callback', check: 'state', isMissing: true },
  })
}

/** The same error; where the callback carried one of the provider's, with its words in the detail. */
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
