// Guided linking: a person who already has an account with this e-mail address sees which provider it uses, signs in there
// once, and confirms. Until then the new identity is kept sealed in this browser and is not linked to any user (pre-hijacking).
import type { IdentityOutcome } from '../../accounts/account-parts.ts'
import { addAccount } from '../../accounts/add-account.ts'
import { createUser } from '../../accounts/create-user.ts'
import type { PendingAccount } from '../../contracts/pages.ts'
import type { Session } from '../../contracts/session.ts'
import { LatchkeyError } from '../../errors.ts'
import { redirect } from '../../web/responses.ts'
import type { TakenAttempt } from '../attempt/login-attempt.ts'
import { answerPage, buttonOf, frameOf } from '../request/page-frame.ts'
import { accountParts, type Parts, pathTo, sessionOf, storeOf, type Visit } from '../request/parts.ts'
import { report } from '../request/report.ts'
import { renewSession } from '../session/renew-session.ts'
import { factsOf } from '../session/sign-in-facts.ts'
import { startSession } from '../session/start-session.ts'
import { hasSignedInSince } from '../sign-in/demand.ts'
import { contextOf } from '../sign-in/fetch-identity.ts'
import type { ProviderAnswer } from '../sign-in/keep-answer.ts'
import { landingTarget } from '../sign-in/landing-target.ts'
import {
  endPending,
  getPending,
  keepPending,
  openPending,
  PENDING_SECONDS,
  type PendingLink,
} from './pending-link.ts'

interface Offer extends ProviderAnswer {
  readonly taken: TakenAttempt
  readonly outcome: Extract<IdentityOutcome, { kind: 'offer' }>
}

/** Handles a sign-in that found an existing account: keeps the identity in a cookie and redirects to the offer. */
export async function offerLink(parts: Parts, visit: Visit, offer: Offer): Promise<Response> {
  const { identity, taken, outcome } = offer
  const facts = await factsOf(parts, offer)
  const cookie = await keepPending(parts, visit, {
    identity: { ...identity, claims: facts.claims },
    facts,
    userIds: [...new Set(outcome.candidates.map(({ userId }) => userId))],
    providerIds: [
      ...new Set([...listed(outcome.formerProvider), ...outcome.candidates.map(({ provider }) => provider)]),
    ],
    formerProvider: outcome.formerProvider,
    returnTo: taken.attempt.returnTo,
    carried: taken.attempt.carried,
    since: parts.settings.now(),
  })
  await report(parts, visit, { type: 'link_offered', provider: identity.provider })
  return redirect(pathTo(parts, '/pending-link'), [taken.clearing, cookie])
}

/** `GET /auth/pending-link`: the offer, or after signing in to the other account, the confirmation. */
export async function showPendingLink(parts: Parts, visit: Visit): Promise<Response> {
  const pending = await openPending(parts, visit)
  if (!pending) return redirect(pathTo(parts, '/account'))
  const { session } = await sessionOf(parts, visit)
  const view = { frame: await frameOf(parts, visit), pending: await describe(visit, pending) }
  if (session && mayConfirm(parts, pending, session)) {
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
    isMigration: pending.formerProvider !== null,
    existing: existing.map((provider) =>
      buttonOf(provider, pathTo(parts, `/login/${provider.id}`, { returnTo })),
    ),
    separate: { action: pathTo(parts, '/pending-link/separate') },
  })
  return answerPage(visit, html)
}

/** `POST /auth/pending-link/confirm`: links the identity. */
export async function confirmPendingLink(parts: Parts, visit: Visit): Promise<Response> {
  const pending = await getPending(parts, visit)
  const { session } = await sessionOf(parts, visit)
  // A session from before the offer does not prove that the same person uses the browser now.
  if (!session || !mayConfirm(parts, pending, session)) throw new LatchkeyError('session_not_fresh')
  const { identity } = pending
  await addAccount(accountParts(parts, await visit.providers()), identity, session.user.id)
  await report(parts, visit, { type: 'linked', provider: identity.provider, userId: session.user.id })
  const setCookies = await renewSession(parts, visit, session)
  return redirect(pending.returnTo, [endPending(visit), ...setCookies])
}

/** `POST /auth/pending-link/decline`: adds nothing, and keeps the current session. */
export async function declinePendingLink(_parts: Parts, visit: Visit): Promise<Response> {
  return redirect('/', [endPending(visit)])
}

/** `POST /auth/pending-link/separate`: creates a separate user for the pending identity. */
export async function keepSeparate(parts: Parts, visit: Visit): Promise<Response> {
  const pending = await getPending(parts, visit)
  const { identity, facts, since } = pending
  const store = storeOf(parts)
  const mark = `pending:${await parts.platform.sha256(JSON.stringify([identity, since]))}`
  // Prevents a second sign-in with a copy of the cookie.
  if (await store.marks.isUsed(mark)) throw new LatchkeyError('account_link_expired')
  const providers = await visit.providers()
  const provider = providers.find(({ id }) => id === identity.provider)
  if (!provider) throw new LatchkeyError('account_link_expired')
  const data = pending.carried?.data ?? null
  const outcome = await createUser(
    accountParts(parts, providers),
    identity,
    contextOf(provider, identity, data),
  )
  if (outcome.kind !== 'signed-in') throw new LatchkeyError('account_refused')
  const setCookies = await startSession(parts, visit, {
    user: outcome.user,
    isNew: outcome.isNew,
    intent: facts.isSilent ? 'silent' : 'login',
    identity,
    facts,
    answer: null,
    data,
    // Marked at the end, so that it can be retried after a store failure.
    async settle() {
      const isFirst = await store.marks.useOnce(mark, since + PENDING_SECONDS * 1000)
      if (!isFirst) throw new LatchkeyError('account_link_expired')
    },
  })
  const target = landingTarget(parts, { ...pending, isNew: outcome.isNew })
  return redirect(target, [endPending(visit), ...setCookies])
}

/** Requires a sign-in since the offer: a silent one, or one with an earlier `auth_time`, is no proof. */
function mayConfirm({ settings }: Parts, pending: PendingLink, session: Session): boolean {
  const isOfCandidate =
    pending.userIds.includes(session.user.id) || session.identity.provider === pending.formerProvider
  const isLater = session.createdAt.getTime() > pending.since
  return (
    isOfCandidate &&
    isLater &&
    hasSignedInSince(session, pending.since - settings.clockToleranceSeconds * 1000)
  )
}

function listed(id: string | null): readonly string[] {
  return id === null ? [] : [id]
}

async function describe(visit: Visit, { identity }: PendingLink): Promise<PendingAccount> {
  const provider = (await visit.providers()).find(({ id }) => id === identity.provider)
  // The provider may have been removed from the configuration.
  if (!provider) throw new LatchkeyError('account_link_expired')
  return {
    providerName: provider.name,
    brand: provider.brand,
    label: identity.email ?? identity.name ?? identity.subject,
  }
}
