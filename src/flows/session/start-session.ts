// Signs the browser in: a new session id at every sign-in, and the end of the one before (session fixation).
import type { AuthEvent, Device } from '../../contracts/events.ts'
import type { SessionIdentity } from '../../contracts/session.ts'
import type { User } from '../../contracts/user.ts'
import type { TokenSet } from '../../oauth/server/provider-client.ts'
import type { SignIn } from '../../sessions/sessions.ts'
import { setCookie } from '../../web/cookies.ts'
import { type Parts, type ReadyProvider, sessionOf, type Visit } from '../request/parts.ts'
import { report } from '../request/report.ts'

export interface SignedIn {
  readonly user: User
  /** This sign-in made the user. */
  readonly isNew: boolean
  /** A silent one is no proof that the person sits there now. */
  readonly intent: AuthEvent<'signed_in'>['intent']
  readonly identity: SessionIdentity
  /** Null where the sign-in was finished later, without the tokens at hand. */
  readonly ready: ReadyProvider | null
  readonly tokens: TokenSet | null
}

/** Set-Cookie values of the new session. */
export async function startSession(
  parts: Parts,
  visit: Visit,
  signedIn: SignedIn,
): Promise<readonly string[]> {
  const { user, identity, tokens, ready, intent } = signedIn
  const acr = tokens?.idTokenClaims?.acr
  const { sessionId, setCookies } = await replaceSession(parts, visit, {
    user,
    identity: sessionIdentity(identity),
    acr: typeof acr === 'string' && acr.length <= 255 ? acr : null,
    authenticatedAt: authenticatedAt(parts, signedIn),
    endsBefore: providersEnd(signedIn),
    sealedIdToken: ready && tokens?.idToken ? await sealIdToken(parts, ready, tokens.idToken) : null,
    ...deviceOf(visit),
  })
  const happened = { userId: user.id, provider: identity.provider }
  if (signedIn.isNew) await report(parts, visit, { type: 'user_created', ...happened })
  await report(parts, visit, { type: 'signed_in', ...happened, sessionId, intent })
  return setCookies
}

/** When the person proved who they are: what the provider says (`auth_time`), else this very round trip. */
function authenticatedAt({ settings }: Parts, { tokens, intent }: SignedIn): number {
  const now = settings.now()
  const authTime = tokens?.idTokenClaims?.auth_time
  if (typeof authTime === 'number' && authTime > 0) return Math.min(authTime * 1000, now)
  return intent === 'silent' ? 0 : now
}

/** Where the provider says how long a session may be (`session_expiry`, verified with the ID token). */
function providersEnd({ tokens }: SignedIn): number | undefined {
  const seconds = tokens?.idTokenClaims?.session_expiry
  return typeof seconds === 'number' ? seconds * 1000 : undefined
}

/** Starts the new session before the old one ends: a failing store leaves the person where they were. */
export async function replaceSession(
  parts: Parts,
  visit: Visit,
  signIn: SignIn,
): Promise<{ readonly sessionId: string; readonly setCookies: readonly string[] }> {
  const before = await sessionOf(parts, visit)
  const { session, token, maxAgeSeconds } = await parts.sessions.start(signIn)
  if (before.session) await parts.sessions.end(before.session)
  const { cookies } = visit.place
  const cookie = setCookie(cookies.session, token, { maxAgeSeconds, secure: cookies.secure })
  return { sessionId: session.id, setCookies: [cookie] }
}

function sessionIdentity(identity: SessionIdentity): SessionIdentity {
  const { provider, issuer, subject, providerSessionId } = identity
  return { provider, issuer, subject, providerSessionId }
}

export function deviceOf({ userAgent, clientAddress }: Visit): Device {
  return { userAgent, clientAddress }
}

/** Kept for RP-initiated logout only, so not where the provider has none, and not without a store. */
async function sealIdToken(parts: Parts, ready: ReadyProvider, idToken: string): Promise<string | null> {
  if (!parts.settings.store || !(await ready.client.supportsEndSession())) return null
  const { now, absoluteSeconds } = parts.settings
  return parts.seal.seal('id-token', idToken, { expiresAt: now() + absoluteSeconds * 1000 })
}
