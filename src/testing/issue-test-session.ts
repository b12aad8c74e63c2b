// A signed-in browser without a login, for tests of what lies behind it.
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
  /** The application's address, such as `http://localhost:4000`: it decides the cookie's name. */
  readonly origin: string
  /** Default: the id of the first configured provider. */
  readonly provider?: string | undefined
  /** How long ago the person proved who they are, for tests of step-up; null: unknown. Default: 0. */
  readonly signedInSecondsAgo?: number | null | undefined
  /** What the provider says beyond the person: for `fieldsFrom`, `users.refresh` and `session.claims`. Default: nothing. */
  readonly claims?: Claims | undefined
  /** The id of one of `clients` that holds the session: the answer has an `authorization` for it. Default: a browser holds it. */
  readonly client?: string | undefined
}

/** A session without a login: the person, and the cookie that shows it. */
export interface TestSession<U extends AnyUser = User> {
  /** As the application knows them: with its own fields, or the row of its own table. */
  readonly user: U
  /** The value of a Cookie header. */
  readonly cookieHeader: string
  /** For `context.addCookies([…])` of Playwright. */
  readonly cookie: { readonly name: string; readonly value: string; readonly url: string }
  /** The value of an `Authorization` header, good for an hour; null where no `client` is named. */
  readonly authorization: string | null
}

/** What a provider that vouches for nothing says. */
const UNKNOWN = { organization: null, isEmailAuthoritative: false, data: null } as const

/**
 * Stores the person (where there is a store) and signs them in. The same `subject` is the same user at each call; without one,
 * each call makes a person of their own.
 *
 * @throws LatchkeyError `config_option_invalid` in production, where sign-in needs a provider; and for a `client`
 * that is not configured, or without the option `bearer`.
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
  // A forged session must be impossible where real people are.
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
