// Signs the browser in: with a new session id at every sign-in, and ends the previous session (session fixation). All flows
// from a provider's response to a session use this, so that fields, limits and claims are always applied.
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
  /** This sign-in created the user. */
  readonly isNew: boolean
  /** A silent sign-in does not prove that the person is present. */
  readonly intent: AuthEvent<'signed_in'>['intent']
  readonly identity: Identity
  readonly facts: SignInFacts
  /** The data that the application attached to the login; null if there is none. */
  readonly data: LoginData | null
  /** Null if the sign-in is completed later, when the tokens are no longer available. */
  readonly answer: Pick<ProviderAnswer, 'ready' | 'tokens'> | null
  /** Runs after the session is stored and before events are emitted; if it fails, the session is ended. */
  readonly settle?: (() => Promise<void>) | undefined
}

/** Returns Set-Cookie values: of the new session, and of the last used provider. */
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

/** Starts the new session before ending the old one, so that the old one is kept if the store fails. */
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
    // Its cookie was not sent yet; if the store fails here too, the session expires unused.
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

/** Seals the ID token for RP-initiated logout; null if the provider has no such logout, and without a store. */
async function sealIdToken(
  parts: Parts,
  { ready, tokens }: NonNullable<SignedIn['answer']>,
): Promise<string | null> {
  const { store, now, absoluteSeconds } = parts.settings
  if (!store || !tokens.idToken || !(await ready.client.supportsEndSession())) return null
  return parts.seal.seal('id-token', tokens.idToken, { expiresAt: now() + absoluteSeconds * 1000 })
}
