// Redeems an authorization code for a session (RFC 6749 §4.1.3, RFC 7636 §4.6, RFC 9700 §2.1.1).
import { LatchkeyError } from '../../errors.ts'
import type { TokenRequest } from '../../oauth/clients/token-request.ts'
import { type Parts, storeOf, type Visit } from '../request/parts.ts'
import { type OpenedCode, openCode } from './authorization-code.ts'
import { endReused } from './end-reused.ts'
import { issueTokens } from './issue-tokens.ts'
import { keyOf } from './key-of-request.ts'
import { startClientSession } from './start-client-session.ts'

type CodeRequest = Extract<TokenRequest, { grant: 'code' }>

/** A mark is kept longer than its code, by more than the clocks of two servers differ. */
const CLOCKS_DIFFER_MILLISECONDS = 60_000

export async function redeemCode(parts: Parts, visit: Visit, asked: CodeRequest): Promise<Response> {
  const code = await checkCode(parts, asked)
  const thumbprint = await keyOf(parts, visit, { client: asked.client, bound: code.j ?? null })
  const { marks } = storeOf(parts)
  const [used, again] = [`client-code:${code.i}`, `client-code-again:${code.i}`]
  const expiresAt = code.expiresAt + CLOCKS_DIFFER_MILLISECONDS
  // Marked after all checks, so that an attacker without the verifier cannot use up the code.
  if (!(await marks.useOnce(used, expiresAt))) {
    // RFC 6749 §4.1.2: two parties have code and verifier, so the session of the code is revoked, even one that is just
    // starting.
    await marks.useOnce(again, expiresAt)
    await endReused(parts, visit, code.i)
    throw usedBefore()
  }
  const { client } = asked
  const { session, token } = await startClientSession(parts, visit, { id: code.i, client, sourceId: code.s })
  if (await marks.isUsed(again)) {
    await endReused(parts, visit, code.i)
    throw usedBefore()
  }
  return issueTokens(parts, {
    client,
    sessionToken: token,
    endsAt: session.endsAt.getTime(),
    thumbprint,
    parent: null,
  })
}

async function checkCode(parts: Parts, asked: CodeRequest): Promise<OpenedCode> {
  const code = await openCode(parts, asked.code)
  if (code === null) throw invalid('The code was not issued here')
  if (code === 'expired') throw invalid('The code has expired: it lives for a minute')
  // RFC 6749 §4.1.3: another client may have intercepted the code.
  if (code.c !== asked.client.id) throw invalid('The code was issued to another client')
  // RFC 6749 §4.1.3: it must be the address to which the code was sent.
  if (asked.redirectUri !== null && asked.redirectUri !== code.r) {
    throw invalid('redirect_uri is not the one of the authorization request')
  }
  // RFC 7636 §4.6: an intercepted code cannot be used without the verifier.
  if (!parts.platform.equals(code.h, await parts.platform.sha256(asked.verifier))) {
    throw invalid('code_verifier does not fit the code_challenge')
  }
  return code
}

function usedBefore(): LatchkeyError {
  return invalid('The code was used before; the session that came of it has ended')
}

function invalid(what: string): LatchkeyError {
  return new LatchkeyError('client_grant_invalid', { detail: `${what}.` })
}
