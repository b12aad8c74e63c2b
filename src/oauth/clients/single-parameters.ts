// Reads the parameters of a request to the authorization server: each at most once (RFC 6749 §3.1, §3.2); an empty one counts as absent.
import { LatchkeyError } from '../../errors.ts'
import { foreignText } from '../../web/foreign-text.ts'

/** Reads one parameter. Throws `client_request_invalid` if it is repeated or too long. */
export type SingleParameters = (name: string) => string | null

const LONGEST = 4096

export function singleParameters(source: URLSearchParams): SingleParameters {
  return (name) => {
    const values = source.getAll(name)
    if (values.length > 1) throw invalidRequest(`${name} is given ${values.length} times.`)
    const [value = ''] = values
    if (value.length > LONGEST) throw invalidRequest(`${name} has more than ${LONGEST} characters.`)
    return value === '' ? null : value
  }
}

/** Reads a required parameter. Throws `client_request_invalid` if it is missing. */
export function required(read: SingleParameters, name: string): string {
  const value = read(name)
  if (value === null) throw invalidRequest(`${name} is missing.`)
  return value
}

export function invalidRequest(detail: string, value?: string): LatchkeyError {
  const found = value === undefined ? '' : ` Found ${quoted(value)}`
  return new LatchkeyError('client_request_invalid', { detail: `${detail}${found}` })
}

/** Quotes a value for a message. Texts that look like secrets are hidden, since a secret may have been sent in the wrong parameter. */
export function quoted(value: string): string {
  return `"${foreignText(value, 100)}"`
}
