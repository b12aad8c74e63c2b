// Reads the code from the address that the browser came back to (RFC 6749 §4.1.2, RFC 9207, RFC 8252 §8.10).
import { queryOf } from './address.ts'
import { NativeClientError } from './native-client-error.ts'

interface ExpectedCallback {
  readonly state: string
  readonly redirectUri: string
  readonly issuer: string
}

/** Returns the code. @throws NativeClientError `denied`, `answer_invalid`, `refused` */
export function codeIn(callback: string, { state, redirectUri, issuer }: ExpectedCallback): string {
  const query = queryOf(callback)
  // Any program on the device can send such an address (RFC 8252 §8.10).
  if (
    query === null ||
    !callback.startsWith(`${redirectUri}${redirectUri.includes('?') ? '&' : '?'}`) ||
    query.get('state') !== state
  )
    throw new NativeClientError('answer_invalid', 'This answer is not of this sign-in.')
  // RFC 9207 §2.4: another server's answer must not be redeemed here.
  if (query.get('iss') !== issuer)
    throw new NativeClientError(
      'answer_invalid',
      'This answer came from another server than the one that was asked.',
    )
  const error = query.get('error')
  if (error === 'access_denied') throw new NativeClientError('denied', 'The person said no.')
  if (error !== undefined)
    throw new NativeClientError('refused', [error, query.get('error_description')].filter(Boolean).join(': '))
  const code = query.get('code')
  if (code === undefined || code === '')
    throw new NativeClientError('answer_invalid', 'The answer has no code.')
  return code
}
