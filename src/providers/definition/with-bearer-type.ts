// For token answers without the token type that RFC 6749 §5.1 requires, or with a nonstandard one.
import { rewriteTokenResponse } from './token-response.ts'

/**
 * Sets the type `Bearer` in an answer that has a token; leaves any other unchanged. Removes a lifetime of 0, which means "never
 * expires", and members that are null.
 */
export function withBearerType(response: Response): Promise<Response> {
  return rewriteTokenResponse(response, (body, status) => {
    if (typeof body.access_token !== 'string') return null
    const said = Object.entries(body).filter(
      ([name, value]) => value !== null && !(name === 'expires_in' && value === 0),
    )
    return { status, body: { ...Object.fromEntries(said), token_type: 'Bearer' } }
  })
}
