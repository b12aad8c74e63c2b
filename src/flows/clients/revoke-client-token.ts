// `POST /auth/revoke`: a client signs out (RFC 7009). Revoking either of its tokens ends the session.
import { LatchkeyError } from '../../errors.ts'
import { required, singleParameters } from '../../oauth/clients/single-parameters.ts'
import { readClient } from '../../oauth/clients/token-request.ts'
import { readForm } from '../../web/body.ts'
import { revokeAfterLastSession } from '../provider-tokens/revoke-tokens.ts'
import type { Parts, Visit } from '../request/parts.ts'
import { report } from '../request/report.ts'
import { answerClient } from './client-answer.ts'
import type { RefreshPayload } from './issue-tokens.ts'

const MOST_BYTES = 16_384

export function revokeClientToken(parts: Parts, visit: Visit): Promise<Response> {
  return answerClient(parts, visit, async () => {
    const read = singleParameters(await readForm(visit.request, MOST_BYTES))
    const client = readClient(read, parts.settings.clients)
    const held = await openToken(parts, required(read, 'token'))
    // RFC 7009 §2.1: a token of another client is not revoked, and the request is refused.
    if (held && held.clientId !== client.id) {
      throw new LatchkeyError('client_not_allowed', { detail: 'The token was issued to another client.' })
    }
    if (held) await endSession(parts, visit, held.token)
    // RFC 7009 §2.2: an invalid token counts as revoked.
    return new Response(null, { status: 200, headers: { 'cache-control': 'no-store' } })
  })
}

async function endSession(parts: Parts, visit: Visit, token: string): Promise<void> {
  const read = await parts.sessions.read(token)
  if (!read) return
  const { id: sessionId, user, identity } = read.session
  await parts.sessions.end(read.session)
  await report(parts, visit, {
    type: 'signed_out',
    userId: user.id,
    sessionId,
    provider: identity.provider,
  })
  if (parts.settings.revokeTokensAtSignOut) await revokeAfterLastSession(parts, visit.place, user.id)
}

/** Accepts both kinds of token: `token_type_hint` would only change the order. */
async function openToken(
  parts: Parts,
  token: string,
): Promise<{ readonly token: string; readonly clientId: string } | null> {
  const access = await parts.bearer.open(token)
  if (access) return access
  const opened = await parts.seal.open<RefreshPayload>('client-refresh', token, { now: parts.settings.now() })
  return opened.state === 'valid' ? { token: opened.payload.t, clientId: opened.payload.c } : null
}
