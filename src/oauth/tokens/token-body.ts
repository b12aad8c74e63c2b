// The fields of a token endpoint's answer: JSON, or a form where a server answers in the words that it was asked in.
// RFC 6749 §5.1 demands JSON; some servers answer as a form whatever `Accept` says.
import { LatchkeyError } from '../../errors.ts'
import { type ReadObject, readJsonObject } from '../../outbound/json.ts'

export type TokenBody = ReadObject

/** Null for what is neither. @throws LatchkeyError `provider_answer_invalid` for a 200 that says JSON and has none. */
export function readTokenBody(response: Response, text: string): TokenBody | null {
  const type = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (type === 'application/x-www-form-urlencoded') return readForm(text)
  // RFC 6749 §5.1. A page is not an answer, even if it happens to parse.
  if (!/^(?:application\/(?:[\w.-]+\+)?json|text\/json)$/.test(type)) return null
  try {
    return readJsonObject(text)
  } catch (error) {
    if (response.status !== 200) return null
    const why = error instanceof Error ? error.message : ''
    throw new LatchkeyError('provider_answer_invalid', {
      detail: `The token endpoint’s answer is none: ${why}`,
    })
  }
}

/** @throws LatchkeyError where a name is repeated: which of two access tokens would be the one? */
function readForm(text: string): TokenBody {
  const form = new URLSearchParams(text)
  const fields: Record<string, unknown> = Object.create(null)
  for (const [name, value] of form) {
    if (Object.hasOwn(fields, name)) {
      throw new LatchkeyError('provider_answer_invalid', {
        detail: 'The token endpoint’s answer is none: a name is repeated in the form.',
      })
    }
    fields[name] = value
  }
  const body = { ...fields }
  return { checked: body, exact: body }
}
