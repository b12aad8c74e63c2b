// The same error, knowing where it happened: what is thrown below does not know whose request it was.
import { type FailurePlace, LatchkeyError } from '../../errors.ts'

/** A place that is known already stays. */
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
