// Tells the application that a session here has ended (OpenID Connect Back-Channel Logout §2.4, §2.5).
import type { JWTPayload } from 'jose'
import type { Person } from '../contracts/provider-fixture.ts'
import { issuerFor, sign } from './id-token.ts'
import { randomToken } from './random-token.ts'
import type { ServedProvider } from './served-provider.ts'

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'
const lifetimeSeconds = 120
const patienceMilliseconds = 5_000

/** What a logout ends: with `sid` one session, without it all sessions of the person. */
export interface EndedSession {
  readonly person: Person
  readonly sid: string | null
}

/** Posts a logout token, if the application registered for them. Never throws: an unreachable application must not block a logout. */
export async function notifyLogout(provider: ServedProvider, ended: EndedSession): Promise<void> {
  const uri = provider.backchannelLogoutUri
  if (uri === null) return
  try {
    const response = await fetch(uri, {
      method: 'POST',
      body: new URLSearchParams({ logout_token: await issueLogoutToken(provider, ended) }),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMilliseconds),
    })
    await response.body?.cancel()
    if (!response.ok) provider.log(`Back-channel logout of ${provider.id} was answered ${response.status}.`)
  } catch (error) {
    provider.log(`Back-channel logout of ${provider.id} could not be delivered: ${(error as Error).message}`)
  }
}

async function issueLogoutToken(provider: ServedProvider, { person, sid }: EndedSession): Promise<string> {
  const issuedAt = Math.floor(provider.now() / 1000)
  const claims: JWTPayload = {
    iss: issuerFor(provider, person),
    sub: provider.fixture.subjectOf(person),
    aud: provider.clientId,
    iat: issuedAt,
    exp: issuedAt + lifetimeSeconds,
    jti: randomToken(),
    events: { [logoutEvent]: {} },
    ...(sid === null ? {} : { sid }),
  }
  return sign(claims, await provider.keys.current(), 'logout+jwt')
}
