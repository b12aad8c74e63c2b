// Guided linking: a person who already has an account with this mailbox is told where, signs in there once, and says
// yes. Until then the new identity waits, sealed, in this browser; it is linked to nobody (pre-hijacking).
import { addAccount, createUser, type IdentityOutcome } from '../../accounts/sign-in-identity.ts'
import type { Identity } from '../../contracts/identity.ts'
import type { PendingAccount } from '../../contracts/pages.ts'
import type { Session } from '../../contracts/session.ts'
import { LatchkeyError } from '../../errors.ts'
import { clearCookie, readCookie, setCookie } from '../../web/cookies.ts'
import { redirect } from '../../web/responses.ts'
import type { TakenAttempt } from '../attempt/login-attempt.ts'
import { answerPage, buttonOf, frameOf } from '../request/page-frame.ts'
import { accountParts, type Parts, pathTo, sessionOf, type Visit } from '../request/parts.ts'
import { report } from '../request/report.ts'
import { renewSession } from '../session/renew-session.ts'
import { startSession } from '../session/start-session.ts'

const PENDING_SECONDS = 600
const NO_CLAIMS: Identity['claims'] = Object.freeze({})

/** The identity that waits for a yes. */
interface PendingLink {
  readonly identity: Omit<Identity, 'claims'>
  /** Only a user who has one of these accounts may say yes. */
  readonly userIds: readonly string[]
  /** The providers of those accounts: what the person is offered to sign in with. */
  readonly providerIds: readonly string[]
  readonly returnTo: string
  readonly since: number
}

interface Offer {
  readonly identity: Identity
  readonly taken: TakenAttempt
  readonly outcome: Extract<IdentityOutcome, { kind: 'offer' }>
}

/** Ends a sign-in that found somebody's other account: keeps the identity and sends the browser to the offer. */
export async function offerLink(parts: Parts, visit: Visit, offer: Offer): Promise<Response> {
  const { identity, taken, outcome } = offer
  const { claims: _, ...kept } = identity
  const pending: PendingLink = {
    identity: kept,
    userIds: [...new Set(outcome.candidates.map(({ userId }) => userId))],
    providerIds: [...new Set(outcome.candidates.map(({ provider }) => provider))],
    returnTo: taken.attempt.returnTo,
    since: parts.settings.now(),
  }
  const value = await parts.seal.seal('pending-link', pending, {
    expiresAt: pending.since + PENDING_SECONDS * 1000,
  })
  const { pendingLink, secure } = visit.place.cookies
  await report(parts, visit, { type: 'link_offered', provider: identity.provider })
  return redirect(pathTo(parts, '/pending-link'), [
    taken.clearing,
    setCookie(pendingLink, value, { maxAgeSeconds: PENDING_SECONDS, secure }),
  ])
}

/** `GET /auth/pending-link`: the offer, or after signing in to the other account, the question. */
export async function showPendingLink(parts: Parts, visit: Visit): Promise<Response> {
  const pending = await openPending(parts, visit)
  if (!pending) return redirect(pathTo(parts, '/account'))
  const { session } = await sessionOf(parts, visit)
  const view = { frame: await frameOf(parts, visit), pending: await describe(visit, pending) }
  if (session && mayConfirm(pending, session)) {
    const { name, email } = session.user
    const html = await parts.pages.linkConfirm({
      ...view,
      user: { name, email },
      yes: { action: pathTo(parts, '/pending-link/confirm') },
      no: { action: pathTo(parts, '/pending-link/decline') },
    })
    return answerPage(visit, html)
  }
  const returnTo = pathTo(parts, '/pending-link')
  const existing = (await visit.providers()).filter(({ id }) => pending.providerIds.includes(id))
  const html = await parts.pages.linkOffer({
    ...view,
    existing: existing.map((provider) =>
      buttonOf(provider, pathTo(parts, `/login/${provider.id}`, { returnTo })),
    ),
    separate: { action: pathTo(parts, '/pending-link/separate') },
  })
  return answerPage(visit, html)
}

/** `POST /auth/pending-link/confirm`: the explicit yes. */
export async function confirmPendingLink(parts: Parts, visit: Visit): Promise<Response> {
  const pending = await takePending(parts, visit)
  const { session } = await sessionOf(parts, visit)
  // A session from before the offer proves nothing about who sits here now.
  if (!session || !mayConfirm(pending, session)) throw new LatchkeyError('session_not_fresh')
  const identity = { ...pending.identity, claims: NO_CLAIMS }
  await addAccount(accountParts(parts), identity, session.user.id)
  await report(parts, visit, { type: 'linked', provider: identity.provider, userId: session.user.id })
  const setCookies = await renewSession(parts, visit, session)
  return redirect(pending.returnTo, [endPending(visit), ...setCookies])
}

/** `POST /auth/pending-link/decline`: stays signed in as before, adds nothing. */
export async function declinePendingLink(_parts: Parts, visit: Visit): Promise<Response> {
  return redirect('/', [endPending(visit)])
}

/** `POST /auth/pending-link/separate`: a user of their own for the waiting identity. */
export async function keepSeparate(parts: Parts, visit: Visit): Promise<Response> {
  const pending = await takePending(parts, visit)
  // A mark in the store: a copied cookie cannot sign in again after this.
  const { settings } = parts
  const key = `pending:${await parts.platform.sha256(JSON.stringify([pending.identity, pending.since]))}`
  if (!(await accountParts(parts).store.marks.useOnce(key, settings.now() + PENDING_SECONDS * 1000))) {
    throw new LatchkeyError('account_link_expired')
  }
  const identity = { ...pending.identity, claims: NO_CLAIMS }
  const outcome = await createUser(accountParts(parts), identity)
  if (outcome.kind !== 'signed-in') throw new LatchkeyError('account_refused')
  const setCookies = await startSession(parts, visit, {
    user: outcome.user,
    isNew: outcome.isNew,
    intent: 'login',
    identity,
    ready: null,
    tokens: null,
  })
  return redirect(pending.returnTo, [endPending(visit), ...setCookies])
}

function mayConfirm(pending: PendingLink, session: Session): boolean {
  return pending.userIds.includes(session.user.id) && session.createdAt.getTime() > pending.since
}

async function openPending(parts: Parts, visit: Visit): Promise<PendingLink | null> {
  const value = readCookie(visit.cookieHeader, visit.place.cookies.pendingLink)
  if (!value) return null
  const opened = await parts.seal.open<PendingLink>('pending-link', value, { now: parts.settings.now() })
  return opened.state === 'valid' ? opened.payload : null
}

async function takePending(parts: Parts, visit: Visit): Promise<PendingLink> {
  const pending = await openPending(parts, visit)
  if (!pending) throw new LatchkeyError('account_link_expired')
  return pending
}

function endPending({ place }: Visit): string {
  return clearCookie(place.cookies.pendingLink, { secure: place.cookies.secure })
}

async function describe(visit: Visit, { identity }: PendingLink): Promise<PendingAccount> {
  const provider = (await visit.providers()).find(({ id }) => id === identity.provider)
  // The provider may have been removed from the configuration meanwhile.
  if (!provider) throw new LatchkeyError('account_link_expired')
  return {
    providerName: provider.name,
    brand: provider.brand,
    label: identity.email ?? identity.name ?? identity.subject,
  }
}
