// Reads the body of a request as text. The size is limited before anything is decoded.
import { LatchkeyError } from '../errors.ts'
import { readBytes } from './read-bytes.ts'

/** Throws `request_too_large` over `maxBytes`, and `request_malformed` for text that is not UTF-8. */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  const bytes = await readBytes(request, maxBytes)
  if (bytes === null) {
    throw new LatchkeyError('request_too_large', { detail: `The limit is ${maxBytes} bytes.` })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new LatchkeyError('request_malformed', { detail: 'The body is not UTF-8.', cause })
  }
}
