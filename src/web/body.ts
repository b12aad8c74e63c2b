// Reads the form in a request. The size is limited before anything is parsed.
import { LatchkeyError } from '../errors.ts'
import { readText } from './read-text.ts'

/**
 * The fields of an `application/x-www-form-urlencoded` body; an empty body without a Content-Type is an empty form.
 * Throws `request_too_large` over `maxBytes`, and `request_malformed` for another type or text that is not UTF-8.
 */
export async function readForm(request: Request, maxBytes: number): Promise<URLSearchParams> {
  const text = await readText(request, maxBytes)
  const type = request.headers.get('content-type')
  if (type === null && text === '') return new URLSearchParams()
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type ?? '')) {
    throw new LatchkeyError('request_malformed', {
      detail: 'The body must be application/x-www-form-urlencoded.',
    })
  }
  return new URLSearchParams(text)
}
