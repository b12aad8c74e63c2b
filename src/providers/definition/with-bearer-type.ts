// Token answers that leave out what kind of token they hold (RFC 6749 §5.1 asks for it), or call it by another name.
import { rewriteTokenResponse } from './token-response.ts'

/**
 * An answer with a token in it says `Bearer`; any other stays as it is. A lifetime of 0, which means "never", and what is null
 * are left out.
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
