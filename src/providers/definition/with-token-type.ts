// For token endpoints that leave out `token_type`, which RFC 6749 §5.1 demands and the protocol library checks.
import { rewriteTokenResponse } from './token-response.ts'

/** The same answer, with `token_type: Bearer` where there is an access token without a type; also as a form or as text. */
export function withTokenType(response: Response): Promise<Response> {
  return rewriteTokenResponse(
    response,
    (body, status) => {
      const isTyped = typeof body.token_type === 'string' && body.token_type !== ''
      return body.access_token === undefined || isTyped
        ? null
        : { status, body: { ...body, token_type: 'Bearer' } }
    },
    { read: 'lenient' },
  )
}
