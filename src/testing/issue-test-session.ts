// A signed-in browser without a login, for tests of what lies behind it.
import { identityUserId } from '../accounts/identity-user-id.ts'
import { defaultLinkingPolicy } from '../accounts/linking-policy.ts'
import { signInIdentity } from '../accounts/sign-in-identity.ts'
import type { Identity, IdentityFields } from '../contracts/identity.ts'
import type { Provider } from '../contracts/provider.ts'
import type { User } from '../contracts/user.ts'
import { LatchkeyError } from '../errors.ts'
import type { Core } from '../flows/request/parts.ts'
import { type Auth, innerParts } from '../latchkey.ts'

export interface TestSessionOptions {
  /** The application's address, such as `http://localhost:4000`: it decides the cookie's name. */
  readonly origin: string
  /** Default: the id of the first configured provider. */
  readonly provider?: string | undefined
  /** How long ago the person proved who they are, for tests of step-up. Default: 0. */
  readonly signedInSecondsAgo?: number | undefined
}

export interface TestSession {
  readonly user: User
  /** The value of a Cookie header. */
  readonly cookieHeader: string
  /** For `context.addCookies([…])` of Playwright. */
  readonly cookie: { readonly name: string; readonly value: string; readonly url: string }
}

/**
 * Stores the person (where there is a store) and signs them in. The same `subject` is the same user at each call.
 * @throws LatchkeyError `config_option_invalid` in production: there, nobody signs in without a provider.
 */
export async function issueTestSession(
  auth: Auth,
  person: Partial<IdentityFields>,
  options: TestSessionOptions,
): Promise<TestSession> {
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
  await auth.ready()
  const identity = identityOf(settings.providers, person, options.provider)
  const user = await userOf(core, identity)
  const { provider, issuer, subject, providerSessionId } = identity
  const started = await core.sessions.start({
    user,
    identity: { provider, issuer, subject, providerSessionId },
    acr: null,
    sealedIdToken: null,
    userAgent: null,
    clientAddress: null,
    authenticatedAt: settings.now() - (options.signedInSecondsAgo ?? 0) * 1000,
  })
  const name = place.cookies.session
  return {
    user,
    cookieHeader: `${name}=${started.token}`,
    cookie: { name, value: started.token, url: options.origin },
  }
}

function identityOf(
  providers: readonly Provider[],
  person: Partial<IdentityFields>,
  providerId: string | undefined,
): Identity {
  const provider = providers.find(({ id }) => id === (providerId ?? providers[0]?.id))
  if (!provider) throw new LatchkeyError('provider_unknown')
  const { subject = 'test-person', email = null, emailVerified = email !== null, name = null } = person
  return {
    provider: provider.id,
    issuer: provider.issuer,
    subject,
    email,
    emailVerified,
    name,
    picture: person.picture ?? null,
    providerSessionId: null,
    claims: {},
  }
}

async function userOf({ settings, newId, platform }: Core, identity: Identity): Promise<User> {
  const { store, now, linkingPolicy, users } = settings
  const { email, emailVerified, name, picture } = identity
  if (!store) {
    const id = await identityUserId(platform, identity)
    return { id, email, emailVerified, name, picture, createdAt: now() }
  }
  const parts = { store, ownUsers: users, policy: linkingPolicy ?? defaultLinkingPolicy, now, newId }
  const outcome = await signInIdentity(parts, { identity, linkTo: null, isAuthoritative: false })
  if (outcome.kind !== 'signed-in') throw new LatchkeyError('account_refused')
  return outcome.user
}
