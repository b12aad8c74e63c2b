// Which of a person's linked accounts is meant by a provider's id, and that provider at the place where the account is.
import type { Session } from '../../contracts/session.ts'
import type { LinkedAccount } from '../../contracts/user.ts'
import { type Asker, type Core, type ReadyProvider, storeOf } from '../request/parts.ts'
import { isIssuedBy } from './is-issued-by.ts'

export interface OwnAccount {
  readonly ready: ReadyProvider
  /** Null where the person has none that this provider issued. */
  readonly account: LinkedAccount | null
}

/** The account that started this session, else the one that was used last. Throws `provider_unknown`. */
export async function findOwnAccount(
  core: Pick<Core, 'settings' | 'providers'>,
  { user, identity }: Session,
  { id, asker }: { readonly id: string; readonly asker: Asker },
): Promise<OwnAccount> {
  const own = (await storeOf(core).users.listAccounts(user.id))
    .filter((account) => account.provider === id)
    .sort((a, b) => b.lastUsedAt - a.lastUsedAt)
  const isCurrent = ({ issuer, subject }: LinkedAccount) =>
    issuer === identity.issuer && subject === identity.subject
  for (const account of [...own.filter(isCurrent), ...own]) {
    const ready = await core.providers.get(id, asker, { issuer: account.issuer })
    if (isIssuedBy(account, ready.provider)) return { ready, account }
  }
  return { ready: await core.providers.get(id, asker, { issuer: identity.issuer }), account: null }
}
