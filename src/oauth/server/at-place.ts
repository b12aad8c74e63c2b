// Adds to an error where it happened; the code that threw it does not know for which request it ran.
import { type FailurePlace, LatchkeyError } from '../../errors.ts'

/** A place that is already set stays. */
export function atPlace(error: LatchkeyError, at: FailurePlace): LatchkeyError {
  if (error.facts.at !== undefined) return error
  const { code, detail, cause, retryAfterSeconds, sentence, forPerson, refusal, facts } = error
  return new LatchkeyError(code, {
    detail,
    cause,
    retryAfterSeconds,
    ...(sentence ? { sentence } : { forPerson }),
    refusal,
    facts: { ...facts, at },
  })
}
