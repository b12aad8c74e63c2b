// `POST /auth/token`: the token endpoint for first-party clients (RFC 6749 §3.2).
import { readTokenRequest } from '../../oauth/clients/token-request.ts'
import { readForm } from '../../web/body.ts'
import type { Parts, Visit } from '../request/parts.ts'
import { answerClient } from './client-answer.ts'
import { redeemCode } from './redeem-code.ts'
import { redeemDeviceCode } from './redeem-device-code.ts'
import { redeemRefreshToken } from './redeem-refresh-token.ts'

const MOST_BYTES = 16_384

export function answerTokenRequest(parts: Parts, visit: Visit): Promise<Response> {
  return answerClient(parts, visit, async () => {
    const form = await readForm(visit.request, MOST_BYTES)
    const asked = readTokenRequest(form, parts.settings.clients)
    if (asked.grant === 'code') return redeemCode(parts, visit, asked)
    if (asked.grant === 'refresh') return redeemRefreshToken(parts, visit, asked)
    return redeemDeviceCode(parts, visit, asked)
  })
}
