// Reads the fields of a token endpoint's answer: JSON, or a form.
// RFC 6749 §5.1 requires JSON, but some servers answer with a form whatever `Accept` says.
import { LatchkeyError } from '../../errors.ts'
import { type ReadObject, readJsonObject } from '../../outbound/json.ts'

export type TokenBody = ReadObject

/** Null if the body is neither. @throws LatchkeyError `provider_answer_invalid` for a 200 that claims to be JSON and is not. */
export function readTokenBody(response: Response, text: string): TokenBody | null {
  const type = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (type === 'application/x-www-form-urlencoded') return readForm(text)
  // RFC 6749 §5.1. An HTML page is not an answer, even if it happens to parse.
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

/** @throws LatchkeyError if a name is repeated, since it would be unclear which value counts. */
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
