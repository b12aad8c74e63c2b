// The sign-in page: one form for each provider.

import { messageText } from '../../languages/speaking/message-text.ts'
import { json, redirect } from '../../web/responses.ts'
import { acceptsJson } from '../../web/same-origin.ts'
import { noticeOf } from '../request/notices.ts'
import { atItsOneName } from '../request/one-name.ts'
import { answerPage, buttonOf, frameOf } from '../request/page-frame.ts'
import { type Parts, pathTo, sessionOf, type Visit } from '../request/parts.ts'
import { returnTargetOf } from '../request/return-target.ts'
import { carriedBy, carryQuery } from './carried-data.ts'
import { demandIn, demandQuery } from './demand.ts'
import { lastProviderIn } from './last-provider.ts'
import { hintQuery } from './login-hints.ts'
import { offeredProviders } from './offered-providers.ts'
import { trySilently } from './silent-login.ts'

/**
 * `GET /auth/login?returnTo=`; with `maxAge` or `acr` it asks the signed-in person to confirm their identity. Programs get a
 * list of providers.
 */
export async function showSignIn(parts: Parts, visit: Visit): Promise<Response> {
  const elsewhere = atItsOneName(parts, visit)
  if (elsewhere) return redirect(elsewhere)
  const query = visit.url.searchParams
  const returnTo = returnTargetOf(parts, visit)
  if (acceptsJson(visit.request.headers)) return listProviders(parts, visit)
  const carried = await carriedBy(parts, visit)
  const { user, session } = await sessionOf(parts, visit).catch(() => anonymous)
  const silent = session ? null : await trySilently(parts, visit, { returnTo, carried })
  if (silent) return silent
  const demand = session ? demandIn(query) : null
  const list = await visit.providers()
  // Only the provider of this session can confirm the person; another one may belong to a different person.
  const offered = offeredProviders(parts.settings, list)
  const confirming = demand ? list.filter(({ id }) => id === session?.identity.provider) : []
  const shown = confirming.length > 0 ? confirming : offered
  // A single button needs no mark.
  const lastUsed = shown.length > 1 ? lastProviderIn(visit) : null
  const frame = await frameOf(parts, visit)
  const carry = await carryQuery(parts, carried)
  const html = await parts.pages.signIn({
    frame,
    providers: shown.map((provider) =>
      buttonOf(
        provider,
        pathTo(parts, `/login/${provider.id}`, {
          returnTo,
          ...demandQuery(demand ?? {}),
          ...hintQuery(visit.url.searchParams, provider),
          ...carry,
        }),
        provider.id === lastUsed,
      ),
    ),
    signedInAs: user ? (user.name ?? user.email ?? messageText(frame.language, 'yourAccount')) : null,
    isConfirmation: demand !== null,
    continueHref: user && !demand ? returnTo : null,
    notice: await noticeOf(visit),
  })
  return answerPage(visit, html)
}

/** The providers as JSON, for a front end that renders the buttons itself. */
async function listProviders(parts: Parts, visit: Visit): Promise<Response> {
  const offered = offeredProviders(parts.settings, await visit.providers())
  const lastUsed = offered.length > 1 ? lastProviderIn(visit) : null
  const providers = offered.map((provider) => {
    const { id, name, brand, placeField, isLastUsed } = buttonOf(provider, '', provider.id === lastUsed)
    return { id, name, brand, placeField, isLastUsed }
  })
  return json({ providers })
}

const anonymous = { user: null, session: null }
