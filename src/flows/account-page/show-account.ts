// The account page: the ways to sign in, and the devices that are signed in.
import type { AccountItem, SessionItem } from '../../contracts/pages.ts'
import type { Provider } from '../../contracts/provider.ts'
import type { Session, SessionRecord } from '../../contracts/session.ts'
import type { LinkedAccount } from '../../contracts/user.ts'
import { redirect } from '../../web/responses.ts'
import { isFresh } from '../linking/link-account.ts'
import { noticeOf } from '../request/notices.ts'
import { answerPage, buttonOf, frameOf } from '../request/page-frame.ts'
import { type Parts, pathTo, sessionOf, type Visit } from '../request/parts.ts'
import { demandQuery } from '../sign-in/demand.ts'
import { atItsOneName } from '../sign-in/show-sign-in.ts'

/** `GET /auth/account` */
export async function showAccount(parts: Parts, visit: Visit): Promise<Response> {
  const elsewhere = atItsOneName(visit)
  if (elsewhere) return redirect(elsewhere)
  const { session } = await sessionOf(parts, visit)
  const here = pathTo(parts, '/account')
  if (!session) return redirect(pathTo(parts, '/login', { returnTo: here }))
  const { accounts, sessions } = await readAccount(parts, session)
  const own = parts.providers.list.find(({ id }) => id === session.identity.provider)
  const html = await parts.pages.account({
    frame: frameOf(parts),
    user: { name: session.user.name, email: session.user.email, picture: session.user.picture },
    accounts: accounts.map((account) => accountItem(parts, session, { account, count: accounts.length })),
    sessions: sessions.map((record) => sessionItem(parts, session, record)),
    linkable: linkable(parts, accounts),
    isFresh: isFresh(parts, session),
    confirm: own ? buttonOf(own, pathTo(parts, `/login/${own.id}`, confirmQuery(parts, here))) : null,
    actions: {
      unlink: pathTo(parts, '/unlink'),
      endSession: pathTo(parts, '/sessions/end'),
      endOtherSessions: pathTo(parts, '/sessions/end-others'),
      signOut: pathTo(parts, '/logout'),
    },
    notice: noticeOf(visit.url),
  })
  return answerPage(visit, html)
}

function confirmQuery({ settings }: Parts, returnTo: string): Record<string, string> {
  return { returnTo, ...demandQuery({ maxAgeSeconds: settings.freshSeconds }) }
}

async function readAccount(parts: Parts, session: Session) {
  const { store, now } = parts.settings
  if (!store) return { accounts: [], sessions: [] }
  const [accounts, sessions] = await Promise.all([
    store.users.listAccounts(session.user.id),
    store.sessions.list(session.user.id, now()),
  ])
  return { accounts, sessions }
}

function providerOf(parts: Parts, id: string): Pick<Provider, 'name' | 'brand'> {
  // Accounts outlive the configuration of their provider.
  return (
    parts.providers.list.find((provider) => provider.id === id) ?? { name: id, brand: parts.neutralBrand }
  )
}

function accountItem(
  parts: Parts,
  { identity }: Session,
  { account, count }: { readonly account: LinkedAccount; readonly count: number },
): AccountItem {
  const { name, brand } = providerOf(parts, account.provider)
  return {
    id: account.id,
    providerName: name,
    brand,
    label: account.email ?? account.name ?? account.subject,
    linkedAt: new Date(account.linkedAt),
    lastUsedAt: new Date(account.lastUsedAt),
    isCurrent: account.issuer === identity.issuer && account.subject === identity.subject,
    canUnlink: count > 1,
  }
}

function sessionItem(parts: Parts, current: Session, record: SessionRecord): SessionItem {
  return {
    id: record.id,
    providerName: providerOf(parts, record.provider).name,
    userAgent: record.userAgent,
    clientAddress: record.clientAddress,
    createdAt: new Date(record.createdAt),
    lastSeenAt: new Date(record.lastSeenAt),
    isCurrent: record.id === current.id,
  }
}

/** Providers that the person has no account with yet; nothing can be linked without a store. */
function linkable(parts: Parts, accounts: readonly LinkedAccount[]) {
  if (!parts.settings.store) return []
  const has = new Set(accounts.map(({ provider }) => provider))
  return parts.providers.list
    .filter(({ id }) => !has.has(id))
    .map((provider) => buttonOf(provider, pathTo(parts, `/link/${provider.id}`)))
}
