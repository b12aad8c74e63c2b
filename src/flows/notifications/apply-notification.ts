// Applies a provider's notification about one of its accounts. Every step is idempotent, so that the provider can retry after a
// failure.
import { deleteUser } from '../../accounts/delete-user.ts'
import { forgetProfile } from '../../accounts/forget-profile.ts'
import type { NotificationOutcome } from '../../contracts/events.ts'
import type { NotificationEvent, NotificationKind } from '../../contracts/provider.ts'
import type { LinkedAccount } from '../../contracts/user.ts'
import { plainText } from '../../web/plain-text.ts'
import { logEvent } from '../request/log-event.ts'
import { accountParts, type Parts, storeOf, type Visit } from '../request/parts.ts'
import { report } from '../request/report.ts'
import { endSessionsOfIdentity } from '../sign-out/end-sessions-of-identity.ts'

interface Reported {
  readonly providerId: string
  readonly issuer: string
  readonly event: NotificationEvent
}

export async function applyNotification(
  parts: Parts,
  visit: Visit,
  { providerId, issuer, event: { kind, type, subject } }: Reported,
): Promise<void> {
  if (kind === null) {
    const detail = `Acknowledged without effect: ${plainText(type, 80)}`
    logEvent(parts, visit, { event: 'notification_unknown', level: 'warn', provider: providerId, detail })
    return
  }
  const store = storeOf(parts)
  const account = await store.users.findAccount({ issuer, subject })
  const isNews = kind === 'email-disabled' || kind === 'email-enabled'
  const sessionIds = isNews ? [] : await endSessionsOfIdentity(parts, { issuer, subject })
  const outcome = isNews || !account ? 'noted' : await letGo(parts, visit, { account, kind })
  await report(parts, visit, {
    type: 'provider_notified',
    provider: providerId,
    userId: account?.userId ?? null,
    accountId: account?.id ?? null,
    notification: kind,
    outcome,
    sessionIds,
  })
}

/** Removes the tokens and the link of an account that its provider has withdrawn. */
async function letGo(
  parts: Parts,
  visit: Visit,
  { account, kind }: { readonly account: LinkedAccount; readonly kind: NotificationKind },
): Promise<NotificationOutcome> {
  const store = storeOf(parts)
  const { id: accountId, userId, provider } = account
  await store.tokens.delete(accountId)
  // The person may consent again, and without another account this link is their only access to their data.
  if (kind === 'consent-revoked' && !(await hasOtherWay(parts, visit, account))) return 'kept'
  if (kind === 'deletion-requested') await forgetProfile({ store, ownUsers: parts.settings.users }, account)
  const outcome = await store.users.unlinkAccount(userId, accountId)
  if (outcome === 'unlinked') await report(parts, visit, { type: 'unlinked', userId, accountId, provider })
  if (outcome !== 'last-account') return 'unlinked'
  // Another account was unlinked concurrently.
  if (kind === 'consent-revoked') return 'kept'
  // The last account is permanently gone, so the person could never access the remaining data.
  const sessionIds = await deleteUser({ store, ownUsers: parts.settings.users }, userId)
  await report(parts, visit, { type: 'user_deleted', userId, sessionIds })
  return 'user-deleted'
}

async function hasOtherWay(parts: Parts, visit: Visit, account: LinkedAccount): Promise<boolean> {
  const { canSignInWith } = accountParts(parts, await visit.providers())
  const accounts = await storeOf(parts).users.listAccounts(account.userId)
  return accounts.some((other) => other.id !== account.id && canSignInWith(other))
}
