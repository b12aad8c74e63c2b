// Signs the browser in: a new session id at every sign-in, and the end of the one before (session fixation). The one way from
// a provider's answer to a session: fields, limits and claims of the answer come along on all ways.
import type { AuthEvent, Device } from '../../contracts/events.ts'
import type { LoginData } from '../../contracts/gate.ts'
import type { Identity } from '../../contracts/identity.ts'
import type { SessionIdentity } from '../../contracts/session.ts'
import type { User } from '../../contracts/user.ts'
import type { SignIn } from '../../sessions/sessions.ts'
import { hasFormerSession, sessionCookies } from '../../web/cookies.ts'
import { type Parts, sessionOf, type Visit } from '../request/parts.ts'
import { report } from '../request/report.ts'
import type { ProviderAnswer } from '../sign-in/keep-answer.ts'
import { rememberProvider } from '../sign-in/last-provider.ts'
import { applyFields } from './apply-fields.ts'
import type { SignInFacts } from './sign-in-facts.ts'

export interface SignedIn {
  readonly user: User
  /** This sign-in made the user. */
  readonly isNew: boolean
  /** A silent one is no proof that the person sits there now. */
  readonly intent: AuthEvent<'signed_in'>['intent']
  readonly identity: Identity
  readonly facts: SignInFacts
  /** What the application gave the login on its way; null where it gave nothing. */
  readonly data: LoginData | null
  /** Null where the sign-in was finished later, without the tokens at hand. */
  readonly answer: Pick<ProviderAnswer, 'ready' | 'tokens'> | null
  /** Runs after the session is stored and before events are delivered; when it fails, the session ends again. */
  readonly settle?: (() => Promise<void>) | undefined
}

/** Set-Cookie values of the new session, and of the mark beside the provider's button. */
export async function startSession(
  parts: Parts,
  visit: Visit,
  signedIn: SignedIn,
): Promise<readonly string[]> {
  const { user, identity, intent, facts, answer, isNew, settle, data } = signedIn
  const { fields, endsBefore, ...limits } = facts
  const userFields = await applyFields(parts, { userId: user.id, identity, fields })
  const { sessionId, setCookies } = await replaceSession(parts, visit, {
    user,
    identity: sessionIdentity(identity),
    ...limits,
    endsBefore: endsBefore ?? undefined,
    userFields,
    sealedIdToken: answer ? await sealIdToken(parts, answer) : null,
    settle,
    ...deviceOf(visit),
  })
  const happened = { userId: user.id, provider: identity.provider }
  if (isNew) await report(parts, visit, { type: 'user_created', ...happened, data })
  await report(parts, visit, { type: 'signed_in', ...happened, sessionId, intent, data })
  return [...setCookies, rememberProvider(visit, identity.provider)]
}

interface Replacement extends SignIn {
  readonly settle?: SignedIn['settle']
}

/** Starts the new session before the old one ends: a failing store leaves the person where they were. */
export async function replaceSession(
  parts: Parts,
  visit: Visit,
  { settle, ...signIn }: Replacement,
): Promise<{ readonly sessionId: string; readonly setCookies: readonly string[] }> {
  const before = await sessionOf(parts, visit)
  const { session, token, maxAgeSeconds } = await parts.sessions.start(signIn)
  try {
    await settle?.()
  } catch (error) {
    // Its cookie is in no browser; the expiry ends it where the store fails here too.
    await parts.sessions.end(session).catch(() => undefined)
    throw error
  }
  if (before.session) await parts.sessions.end(before.session)
  const { cookies } = visit.place
  const isMoved = hasFormerSession(cookies, visit.cookieHeader)
  return { sessionId: session.id, setCookies: sessionCookies(cookies, { token, maxAgeSeconds }, isMoved) }
}

function sessionIdentity(identity: SessionIdentity): SessionIdentity {
  const { provider, issuer, subject, providerSessionId } = identity
  return { provider, issuer, subject, providerSessionId }
}

export function deviceOf({ userAgent, clientAddress }: Visit): Device {
  return { userAgent, clientAddress }
}

/** Kept for RP-initiated logout only, so not where the provider has none, and not without a store. */
async function sealIdToken(
  parts: Parts,
  { ready, tokens }: NonNullable<SignedIn['answer']>,
): Promise<string | null> {
  const { store, now, absoluteSeconds } = parts.settings
  if (!store || !tokens.idToken || !(await ready.client.supportsEndSession())) return null
  return parts.seal.seal('id-token', tokens.idToken, { expiresAt: now() + absoluteSeconds * 1000 })
}
