// A signed-in browser without a login, for tests of what comes after the login.
import { identityUserId } from '../accounts/identity-user-id.ts'
import { defaultLinkingPolicy } from '../accounts/linking-policy.ts'
import { signInIdentity } from '../accounts/sign-in-identity.ts'
import type { Claims } from '../contracts/claims.ts'
import type { Identity, IdentityFields } from '../contracts/identity.ts'
import type { Provider } from '../contracts/provider.ts'
import type { AnyUser, User } from '../contracts/user.ts'
import { LatchkeyError } from '../errors.ts'
import { accountParts, type Core } from '../flows/request/parts.ts'
import { applyFields, fieldsOf } from '../flows/session/apply-fields.ts'
import { namedClaims } from '../flows/session/named-claims.ts'
import { type Auth, innerParts } from '../latchkey.ts'

/** Options of `issueTestSession()`. */
export interface TestSessionOptions {
  /** The application's origin, such as `http://localhost:4000`. It determines the cookie's name. */
  readonly origin: string
  /** The id of the provider that the person signed in with. Default: the first configured provider. */
  readonly provider?: string | undefined
  /** How many seconds ago the person authenticated, for tests of step-up. `null`: unknown. Default: 0. */
  readonly signedInSecondsAgo?: number | null | undefined
  /** Further claims of the provider, for `fieldsFrom`, `users.refresh` and `session.claims`. Default: none. */
  readonly claims?: Claims | undefined
  /** The id of one of `clients`: makes a session of that client, with an `authorization`. Default: a browser session. */
  readonly client?: string | undefined
}

/** A session made without a login: its user, and the cookie for requests. */
export interface TestSession<U extends AnyUser = User> {
  /** The user as the application sees them: with its own fields, or as the row of its own table. */
  readonly user: U
  /** The value of a Cookie header. */
  readonly cookieHeader: string
  /** For `context.addCookies([…])` of Playwright. */
  readonly cookie: { readonly name: string; readonly value: string; readonly url: string }
  /** The value of an `Authorization` header, valid for an hour. `null` if no `client` is set. */
  readonly authorization: string | null
}

/** The context of a provider that vouches for nothing. */
const UNKNOWN = { organization: null, isEmailAuthoritative: false, data: null } as const

/**
 * Stores the person (if there is a store) and signs them in. Calls with the same `subject` sign in the same user; without a
 * `subject`, each call creates a new person.
 *
 * @throws LatchkeyError `config_option_invalid` in production, and for a `client` that is not configured or without the option
 * `bearer`; `request_wrong_host` for an origin that the application does not serve; `provider_unknown`; `account_refused` if the
 * linking policy or `users.find` refuses the person.
 *
 * @example
 * ```ts
 * import { issueTestSession } from 'latchkey/testing'
 *
 * const { cookieHeader } = await issueTestSession(auth, { name: 'Ada' }, { origin: 'http://localhost:3000' })
 * const response = await fetch('http://localhost:3000/profile', { headers: { cookie: cookieHeader } })
 * ```
 */
export async function issueTestSession<U extends AnyUser>(
  auth: Auth<U>,
  person: Partial<IdentityFields>,
  options: TestSessionOptions,
): Promise<TestSession<U>> {
  const { core, places } = innerParts(auth)
  const { settings } = core
  // In production, with real users, it must be impossible to forge a session.
  if (settings.isProduction || globalThis.process?.env.NODE_ENV === 'production') {
    throw new LatchkeyError('config_option_invalid', {
      detail: 'issueTestSession is for tests, not for production.',
    })
  }
  const place = places.find(new URL(options.origin).host)
  if (!place) throw new LatchkeyError('request_wrong_host')
  checkClient(core, options)
  await auth.ready()
  const identity = identityOf(core, person, options)
  const user = await userOf(core, identity)
  const fields = await fieldsOf(core, identity, UNKNOWN)
  const { signedInSecondsAgo = 0 } = options
  const started = await core.sessions.start({
    user,
    identity: keyOf(identity),
    acr: null,
    sealedIdToken: null,
    userAgent: null,
    clientAddress: null,
    authenticatedAt: signedInSecondsAgo === null ? 0 : settings.now() - signedInSecondsAgo * 1000,
    claims: namedClaims(core, identity.claims),
    userFields: await applyFields(core, { userId: user.id, identity, fields }),
    clientId: options.client,
  })
  const name = place.cookies.session
  const cookieHeader = `${name}=${started.token}`
  const known = await auth.session({ headers: { cookie: cookieHeader, host: new URL(options.origin).host } })
  if (!known.user)
    throw new LatchkeyError('account_refused', { detail: 'users.find does not know this user.' })
  return {
    user: known.user,
    cookieHeader,
    cookie: { name, value: started.token, url: options.origin },
    authorization: await authorizationOf(core, started.token, options),
  }
}

function checkClient({ settings }: Core, { client }: TestSessionOptions): void {
  if (client === undefined) return
  if (settings.bearer && settings.clients.some(({ id }) => id === client)) return
  throw new LatchkeyError('config_option_invalid', {
    detail: `issueTestSession: "${client}" must be the id of one of clients, and bearer must be true.`,
  })
}

async function authorizationOf(
  { bearer, settings }: Core,
  token: string,
  { client }: TestSessionOptions,
): Promise<string | null> {
  if (client === undefined) return null
  const grant = { token, clientId: client, thumbprint: null }
  return `Bearer ${await bearer.seal(grant, settings.now() + 3_600_000)}`
}

function identityOf(
  { settings, newId }: Core,
  person: Partial<IdentityFields>,
  { provider: id, claims = {} }: TestSessionOptions,
): Identity {
  const { providers } = settings
  const provider: Provider | undefined = providers.find((each) => each.id === (id ?? providers[0]?.id))
  if (!provider) throw new LatchkeyError('provider_unknown')
  const { subject = `test-${newId()}`, email = null, emailVerified = email !== null, name = null } = person
  return {
    provider: provider.id,
    issuer: provider.issuer,
    subject,
    email,
    emailVerified,
    name,
    picture: person.picture ?? null,
    providerSessionId: null,
    claims: Object.freeze({ ...claims, sub: subject }),
  }
}

function keyOf({ provider, issuer, subject, providerSessionId }: Identity) {
  return { provider, issuer, subject, providerSessionId }
}

async function userOf(core: Core, identity: Identity): Promise<User> {
  const { settings, platform } = core
  const { store, now, linkingPolicy } = settings
  const { email, emailVerified, name, picture } = identity
  if (!store) {
    const id = await identityUserId(platform, identity)
    return { id, email, emailVerified, name, picture, createdAt: now() }
  }
  const parts = accountParts({ ...core, policy: linkingPolicy ?? defaultLinkingPolicy }, settings.providers)
  const outcome = await signInIdentity(parts, { identity, linkTo: null, context: UNKNOWN })
  if (outcome.kind !== 'signed-in') throw new LatchkeyError('account_refused')
  return outcome.user
}
