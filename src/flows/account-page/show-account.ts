// The account page: the person's accounts, and the devices that are signed in.
import type { AccountItem, SessionItem } from '../../contracts/pages.ts'
import type { Provider } from '../../contracts/provider.ts'
import type { Session, SessionRecord } from '../../contracts/session.ts'
import type { LinkedAccount } from '../../contracts/user.ts'
import { LatchkeyError } from '../../errors.ts'
import { deviceText } from '../../languages/speaking/device-text.ts'
import { readDetails } from '../../sessions/session-details.ts'
import { json, redirect } from '../../web/responses.ts'
import { acceptsJson } from '../../web/same-origin.ts'
import { isFresh } from '../linking/link-account.ts'
import { noticeOf } from '../request/notices.ts'
import { atItsOneName } from '../request/one-name.ts'
import { answerPage, buttonOf, frameOf } from '../request/page-frame.ts'
import { type Parts, pathTo, sessionOf, type Visit } from '../request/parts.ts'
import { sizedBrand } from '../request/sized-brand.ts'
import { demandQuery } from '../sign-in/demand.ts'
import { offeredProviders } from '../sign-in/offered-providers.ts'
import { canReauthenticate } from '../sign-in/step-up.ts'

/** `GET /auth/account`; programs get its content as JSON. */
export async function showAccount(parts: Parts, visit: Visit): Promise<Response> {
  const elsewhere = atItsOneName(parts, visit)
  if (elsewhere) return redirect(elsewhere)
  const { session } = await sessionOf(parts, visit)
  const here = pathTo(parts, '/account')
  const isProgram = acceptsJson(visit.request.headers)
  if (!session && isProgram) throw new LatchkeyError('session_required')
  if (!session) return redirect(pathTo(parts, '/login', { returnTo: here }))
  const { accounts, sessions } = await readAccount(parts, session)
  const providers = await visit.providers()
  const own = providers.find(({ id }) => id === session.identity.provider)
  // The provider of an account may no longer be configured.
  const lookOf = (id: string): Look => {
    const { name, brand } = providers.find((provider) => provider.id === id) ?? {
      name: id,
      brand: parts.neutralBrand,
    }
    return { name, brand: sizedBrand(brand) }
  }
  const frame = await frameOf(parts, visit)
  const shown = {
    accounts: accounts.map((account) =>
      accountItem(session, { account, look: lookOf(account.provider), count: accounts.length }),
    ),
    sessions: sessions.map((record) => ({
      ...sessionItem(parts, session, { record, providerName: lookOf(record.provider).name }),
      device: deviceText(frame.language, record.userAgent),
    })),
    linkable: linkable(parts, providers, accounts),
    isFresh: isFresh(parts, session),
  }
  if (isProgram) return json(shown)
  const html = await parts.pages.account({
    ...shown,
    frame,
    request: visit.request,
    ownUser: (parts.people.arePlain ? null : await parts.people.find(session.user.id)) ?? session.user,
    user: { name: session.user.name, email: session.user.email, picture: session.user.picture },
    confirm:
      own && canReauthenticate(own)
        ? buttonOf(own, pathTo(parts, `/login/${own.id}`, confirmQuery(parts, here)))
        : null,
    actions: {
      unlink: pathTo(parts, '/unlink'),
      endSession: pathTo(parts, '/sessions/end'),
      endOtherSessions: pathTo(parts, '/sessions/end-others'),
      signOut: pathTo(parts, '/logout'),
    },
    notice: await noticeOf(visit),
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

type Look = Pick<Provider, 'name' | 'brand'>

function accountItem(
  { identity }: Session,
  {
    account,
    look: { name, brand },
    count,
  }: { readonly account: LinkedAccount; readonly look: Look; readonly count: number },
): AccountItem {
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

function sessionItem(
  { settings }: Parts,
  current: Session,
  { record, providerName }: { readonly record: SessionRecord; readonly providerName: string },
): Omit<SessionItem, 'device'> {
  const { clientId } = readDetails(record.details)
  // The client of a session may no longer be configured.
  const name = settings.clients.find(({ id }) => id === clientId)?.name
  return {
    id: record.id,
    providerName,
    userAgent: record.userAgent,
    client: clientId === null ? null : { id: clientId, name: name ?? clientId },
    clientAddress: record.clientAddress,
    createdAt: new Date(record.createdAt),
    lastSeenAt: new Date(record.lastSeenAt),
    isCurrent: record.id === current.id,
  }
}

/** Providers at which the person has no account yet; none without a store. */
function linkable(parts: Parts, providers: readonly Provider[], accounts: readonly LinkedAccount[]) {
  if (!parts.settings.store) return []
  const has = new Set(accounts.map(({ provider }) => provider))
  return offeredProviders(parts.settings, providers)
    .filter(({ id }) => !has.has(id))
    .map((provider) => buttonOf(provider, pathTo(parts, `/link/${provider.id}`)))
}
