// For token endpoints that leave out `token_type`, which RFC 6749 §5.1 requires and the protocol library checks.
import { rewriteTokenResponse } from './token-response.ts'

/** Adds `token_type: Bearer` to an answer with an access token but no type. Also reads forms, and JSON with another content type. */
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
