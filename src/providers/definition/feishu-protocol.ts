// The protocol of Feishu and Lark, which are the same product in two regions.
// https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/authentication-management/access-token/get-user-access-token
import type { Claims, Deviations } from '../../contracts/provider.ts'
import { objectAt } from './read-answer.ts'
import type { IdentityDraft } from './read-identity.ts'
import { asJson } from './token-request.ts'
import { rewriteTokenResponse } from './token-response.ts'

export const feishuDeviations: Deviations = {
  // JSON, as documented.
  tokenRequest: (request) => asJson(request),
  normalizeTokenResponse,
  offlineAccess: { scopes: ['offline_access'] },
}

/** `union_id` is the same for all applications of one developer. The organization's e-mail address precedes the personal one. */
export function readFeishuProfile(profile: Claims): IdentityDraft {
  const person = objectAt(profile, 'data')
  return {
    subject: person.union_id,
    email: person.enterprise_email || person.email,
    name: person.name,
    picture: person.avatar_url,
  }
}

/** Errors may have status 200 and a code other than 0. */
function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(response, (body, status) => {
    if (body.code === undefined || body.code === 0) return null
    const error = typeof body.error === 'string' ? body.error : 'invalid_grant'
    return { status: Math.max(status, 400), body: { ...body, error } }
  })
}
