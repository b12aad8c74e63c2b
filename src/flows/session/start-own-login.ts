// Starts a session after the application's own login, such as an old password form, during a migration to providers. The login
// is stored as an account, so that providers can be linked to its user, and its sessions can be ended.
import { accountOf } from '../../accounts/account-of.ts'
import type { SessionStart, StartedOwnSession } from '../../administration/session-list.ts'
import type { Identity } from '../../contracts/identity.ts'
import type { User } from '../../contracts/user.ts'
import { LatchkeyError } from '../../errors.ts'
import { deviceOf, headerOf } from '../../sessions/session-source.ts'
import { hasFormerSession, sessionCookies } from '../../web/cookies.ts'
import { isStorable } from '../../web/plain-text.ts'
import type { Core } from '../request/parts.ts'
import type { Place } from '../request/place.ts'

const MOST_ID_CHARACTERS = 255

/** Throws `config_option_invalid`, `user_not_found`. */
export async function startOwnLogin(
  core: Core,
  place: Place,
  { user: given, options }: SessionStart,
): Promise<StartedOwnSession> {
  const { settings } = core
  const identity = identityOf(core, place, { user: given, options })
  const user = settings.store ? await storedUser(core, identity) : plainUser(core, identity)
  const { source = null, authenticatedAt = new Date(settings.now()) } = options
  const device = deviceOf(source, settings.trustedProxies)
  const { provider, issuer, subject } = identity
  const cookieHeader = headerOf(source, 'cookie')
  const before = await core.check(cookieHeader, place, () => device)
  const { session, token, maxAgeSeconds } = await core.sessions.start({
    user,
    identity: { provider, issuer, subject, providerSessionId: null },
    acr: null,
    sealedIdToken: null,
    authenticatedAt: Math.min(authenticatedAt.getTime(), settings.now()),
    ...device,
  })
  // Always use a new id and end the previous session (session fixation).
  if (before.session) await core.sessions.end(before.session)
  await core.events.emit(
    { type: 'signed_in', userId: user.id, provider, sessionId: session.id, intent: 'login' },
    device,
  )
  const { cookies } = place
  const isMoved = hasFormerSession(cookies, cookieHeader)
  return { session, setCookies: sessionCookies(cookies, { token, maxAgeSeconds }, isMoved) }
}

function identityOf({ settings }: Core, place: Place, { user, options }: SessionStart): Identity {
  const { id, email = null, emailVerified = false, name = null, picture = null } = user
  const { login = 'password' } = options
  const subject = String(id)
  if (subject === '' || subject.length > MOST_ID_CHARACTERS || !isStorable(subject)) {
    throw invalid(`user.id must be text of 1 to ${MOST_ID_CHARACTERS} characters, or an integer`)
  }
  // The name is used like a provider id, and must not equal one.
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(login) || settings.providers.some((provider) => provider.id === login)) {
    throw invalid(`login "${login.slice(0, 63)}" must look like an id, and be none of a configured provider`)
  }
  return {
    provider: login,
    // One issuer for the application, whichever of its origins the person uses.
    issuer: `${settings.origin ?? place.origin}${settings.basePath}/${login}`,
    subject,
    email,
    emailVerified: email !== null && emailVerified,
    name,
    picture,
    providerSessionId: null,
    claims: {},
  }
}

async function storedUser(core: Core, identity: Identity): Promise<User> {
  const { settings, events } = core
  const { store, users } = settings
  if (!store) throw new LatchkeyError('config_store_missing')
  if (users && !(await users.find(identity.subject))) throw new LatchkeyError('user_not_found')
  const account = accountOf({ now: settings.now, newId: core.newId }, identity, identity.subject)
  const known = await store.users.find(identity.subject)
  if (known) {
    await store.users.linkAccount(account)
    return known
  }
  const { user, created } = await store.users.create(plainUser(core, identity), account)
  if (created) await events.emit({ type: 'user_created', userId: user.id, provider: identity.provider })
  return user
}

function plainUser({ settings }: Core, { subject: id, email, emailVerified, name, picture }: Identity): User {
  return { id, email, emailVerified, name, picture, createdAt: settings.now() }
}

function invalid(what: string): LatchkeyError {
  return new LatchkeyError('config_option_invalid', { detail: `auth.sessions.start: ${what}.` })
}
