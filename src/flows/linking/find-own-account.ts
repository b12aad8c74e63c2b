// Which of a person's linked accounts is meant by a provider's id.
import type { Session } from '../../contracts/session.ts'
import type { LinkedAccount } from '../../contracts/user.ts'
import { type Core, type ReadyProvider, storeOf } from '../request/parts.ts'

/** The account that started this session, else the one that was used last. Null where there is none. */
export async function findOwnAccount(
  core: Pick<Core, 'settings'>,
  { user, identity }: Session,
  ready: ReadyProvider,
): Promise<LinkedAccount | null> {
  const accounts = await storeOf(core).users.listAccounts(user.id)
  const own = accounts
    .filter((account) => account.provider === ready.provider.id && isIssuedBy(account, ready))
    .sort((a, b) => b.lastUsedAt - a.lastUsedAt)
  const current = own.find(
    ({ issuer, subject }) => issuer === identity.issuer && subject === identity.subject,
  )
  return current ?? own[0] ?? null
}

/** An id may have been given to another server since: what one server issued must not be sent to the other. */
function isIssuedBy({ issuer }: LinkedAccount, { provider }: ReadyProvider): boolean {
  if (issuer === provider.issuer) return true
  // One issuer for each tenant, all on one server.
  return provider.deviations.issuerFor !== undefined && originOf(issuer) === originOf(provider.issuer)
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null
}
