// Finds or creates the user of an identity. Without a store, the user is derived from the identity.
import type { IdentityOutcome } from '../../accounts/account-parts.ts'
import { identityUserId } from '../../accounts/identity-user-id.ts'
import { signInIdentity } from '../../accounts/sign-in-identity.ts'
import type { Identity, IdentityKey } from '../../contracts/identity.ts'
import type { User } from '../../contracts/user.ts'
import { LatchkeyError } from '../../errors.ts'
import { accountParts, type Parts, type Visit } from '../request/parts.ts'
import { contextOf } from './fetch-identity.ts'
import type { ProviderAnswer } from './keep-answer.ts'

export async function findOrCreateUser(
  parts: Parts,
  visit: Visit,
  { ready: { provider }, identity, attempt }: Pick<ProviderAnswer, 'ready' | 'identity' | 'attempt'>,
): Promise<IdentityOutcome> {
  if (!parts.settings.store) {
    return { kind: 'signed-in', user: await identityAsUser(parts, identity), isNew: false, isLinked: false }
  }
  return signInIdentity(accountParts(parts, await visit.providers()), {
    identity,
    linkTo: null,
    context: contextOf(provider, identity, attempt.carried?.data ?? null),
    formerKeys: formerKeys(parts, identity),
    formerProvider: formerProvider(parts, identity),
  })
}

/** Returns the former keys of the person, as the claims state them, in an open migration window. */
function formerKeys({ settings }: Parts, identity: Identity): readonly IdentityKey[] {
  const window = settings.migrations.get(identity.provider)
  if (!window || window.until < settings.now() || window.provider !== undefined) return []
  const subject: unknown = window.subject ? readFormer(window.subject, identity) : identity.subject
  if (subject === null) return []
  if (typeof subject !== 'string' || subject === '') {
    throw new LatchkeyError('config_option_invalid', {
      detail: `migrations.${identity.provider}.subject must answer a text, or null.`,
    })
  }
  return [{ issuer: window.issuer ?? identity.issuer, subject }]
}

function readFormer(
  read: (claims: Identity['claims']) => string | null,
  { provider, claims }: Identity,
): unknown {
  try {
    return read(claims)
  } catch (cause) {
    throw new LatchkeyError('config_option_invalid', {
      detail: `migrations.${provider}.subject threw.`,
      cause,
    })
  }
}

/** Returns the previous provider, with which the person is asked to sign in once; null if no such window is open. */
function formerProvider({ settings }: Parts, { provider }: Identity): string | null {
  const window = settings.migrations.get(provider)
  return window && window.until >= settings.now() ? (window.provider ?? null) : null
}

async function identityAsUser(parts: Parts, identity: Identity): Promise<User> {
  const { issuer, subject, email, emailVerified, name, picture } = identity
  const id = await identityUserId(parts.platform, { issuer, subject })
  return { id, email, emailVerified, name, picture, createdAt: parts.settings.now() }
}
