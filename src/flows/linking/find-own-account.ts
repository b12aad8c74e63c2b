// Which of a person's linked accounts is meant by a provider's id, and that provider at the place where the account is.
import type { SessionIdentity } from '../../contracts/session.ts'
import type { LinkedAccount } from '../../contracts/user.ts'
import { type Asker, type Core, type ReadyProvider, storeOf } from '../request/parts.ts'
import { isIssuedBy } from './is-issued-by.ts'

export type OwnAccount =
  | { readonly ready: ReadyProvider; readonly account: LinkedAccount }
  /** The person has none that this provider issued. Of its places, that of the session is meant, if one asks. */
  | { readonly ready: ReadyProvider | null; readonly account: null }

/** Whose accounts are looked through. */
export interface AccountHolder {
  readonly userId: string
  /** The identity behind the session that asks; null where no session does. */
  readonly identity: SessionIdentity | null
  /** This account and no other. Default: any. */
  readonly accountId?: string | undefined
}

/** The account that started this session, else the one that was used last. Throws `provider_unknown`. */
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
