// Finds a person's linked account for a provider's id, and that provider at the account's place.
import type { SessionIdentity } from '../../contracts/session.ts'
import type { LinkedAccount } from '../../contracts/user.ts'
import { type Asker, type Core, type ReadyProvider, storeOf } from '../request/parts.ts'
import { isIssuedBy } from './is-issued-by.ts'

export type OwnAccount =
  | { readonly ready: ReadyProvider; readonly account: LinkedAccount }
  /** The person has no account of this provider. With a session, `ready` is the provider at the session's place. */
  | { readonly ready: ReadyProvider | null; readonly account: null }

/** The person whose accounts are searched. */
export interface AccountHolder {
  readonly userId: string
  /** The identity of the current session; null without a session. */
  readonly identity: SessionIdentity | null
  /** Only this account. Default: any. */
  readonly accountId?: string | undefined
}

/** Returns the account that started this session, otherwise the one used last. Throws `provider_unknown`. */
export async function findOwnAccount(
  core: Pick<Core, 'settings' | 'providers'>,
  { userId, identity, accountId }: AccountHolder,
  { id, asker }: { readonly id: string; readonly asker: Asker },
): Promise<OwnAccount> {
  const own = (await storeOf(core).users.listAccounts(userId))
    .filter((account) => account.provider === id && account.id === (accountId ?? account.id))
    .sort((a, b) => b.lastUsedAt - a.lastUsedAt)
  const isCurrent = ({ issuer, subject }: LinkedAccount) =>
    issuer === identity?.issuer && subject === identity.subject
  for (const account of [...own.filter(isCurrent), ...own]) {
    const ready = await core.providers.get(id, asker, { issuer: account.issuer })
    if (isIssuedBy(account, ready.provider)) return { ready, account }
  }
  if (identity)
    return { ready: await core.providers.get(id, asker, { issuer: identity.issuer }), account: null }
  await core.providers.find(id, asker)
  return { ready: null, account: null }
}
