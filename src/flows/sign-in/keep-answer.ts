// Keeps the tokens of a sign-in in the vault if the application wants that, otherwise drops them. Also starts the second round
// trip that a provider may need to issue a refresh token (docs/features.md N15).
import type { Identity } from '../../contracts/identity.ts'
import { LatchkeyError } from '../../errors.ts'
import type { TokenSet } from '../../oauth/server/provider-client.ts'
import { keepTokens } from '../../tokens/keep-tokens.ts'
import { createVault, type Vault } from '../../tokens/vault.ts'
import type { LoginAttempt, TakenAttempt } from '../attempt/login-attempt.ts'
import { type Core, type Parts, type ReadyProvider, storeOf, type Visit } from '../request/parts.ts'
import { sendToProvider } from './send-to-provider.ts'

/** The result of a login at the provider. */
export interface ProviderAnswer {
  readonly ready: ReadyProvider
  readonly attempt: LoginAttempt
  readonly identity: Identity
  readonly tokens: TokenSet
}

/** Throws `config_store_missing`. */
export function vaultOf({ settings, seal }: Pick<Core, 'settings' | 'seal'>): Vault {
  return createVault({ store: storeOf({ settings }), seal, now: settings.now })
}

/** Keeps the tokens with the linked account of the identity; does nothing without `keepTokens`. */
export async function keepAnswer(parts: Parts, answer: ProviderAnswer): Promise<void> {
  if (!parts.settings.keepTokens) return
  const { ready, attempt, identity, tokens } = answer
  const account = await storeOf(parts).users.findAccount(identity)
  if (!account) throw new LatchkeyError('account_not_found', { detail: 'It was unlinked meanwhile.' })
  const owner = { accountId: account.id, userId: account.userId }
  await keepTokens(vaultOf(parts), owner, {
    tokens: {
      ...tokens,
      // RFC 6749 §5.1: if the response has no scope, the requested ones were granted.
      scopes: tokens.scopes ?? attempt.scopes ?? ready.provider.scopes,
    },
    isWholeGrant: attempt.intent.kind === 'authorize',
  })
}

/**
 * Whether the person must be asked again for a refresh token: none was issued, none is kept, and the provider declares how to
 * ask. Never twice in a row, and never for silent logins and step-ups.
 */
export async function needsConsent(parts: Parts, answer: ProviderAnswer): Promise<boolean> {
  const { ready, attempt, identity, tokens } = answer
  const { settings } = parts
  // Without parameters of its own, a second round trip would have the same result.
  const isOffered = settings.keepTokens && ready.provider.deviations.offlineAccess?.whenMissing !== undefined
  if (!isOffered || tokens.refreshToken !== null || attempt.isConsentAsked) return false
  if (attempt.intent.kind === 'silent' || attempt.intent.kind === 'confirm') return false
  const account = await storeOf(parts).users.findAccount(identity)
  return account === null || !(await hasLivingGrant(parts, account.id))
}

/** Whether a refresh token is kept that the provider has not revoked. */
export async function hasLivingGrant(parts: Pick<Core, 'settings'>, accountId: string): Promise<boolean> {
  const stored = await storeOf(parts).tokens.find(accountId)
  return stored !== null && stored.revokedAt === null && stored.sealedRefreshToken !== null
}

/** Repeats the sign-in with the provider's prompt for consent. The first one has written nothing. */
export async function askForConsent(
  parts: Parts,
  visit: Visit,
  { identity, taken }: { readonly identity: Identity; readonly taken: TakenAttempt },
): Promise<Response> {
  const { providerId, loginPlace, returnTo, intent, demand, scopes, isUnasked, carried } = taken.attempt
  const response = await sendToProvider(parts, visit, {
    providerId,
    which: { loginPlace },
    returnTo,
    intent,
    demand,
    scopes,
    isConsentAsked: true,
    isUnasked,
    carried,
    hints: { loginHint: identity.email ?? undefined },
  })
  response.headers.append('Set-Cookie', taken.clearing)
  return response
}
