// The inspector of development: the latest logins, or one of them step by step. The list reloads itself; the page of one login stops
// reloading when the login has ended, so that it can be read.
import { html } from 'hono/html'
import type { InspectedLogin, InspectionView } from '../contracts/inspection.ts'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import { plainText } from '../web/plain-text.ts'
import { failureOf, outcomeBadge, timeline } from './inspected-login.ts'
import { layout } from './layout.ts'
import type { Markup } from './markup.ts'

const RENEW_SECONDS = 2

export function inspect(view: InspectionView): MaybePromise<string> {
  const { chosen, isPaused } = view
  const isLive = !isPaused && (chosen === null || chosen.outcome === 'under way')
  return layout({
    frame: view.frame,
    title: chosen ? `Sign-in with ${plainText(chosen.provider)}` : 'Sign-ins, step by step',
    width: 'wide',
    renewSeconds: isLive ? RENEW_SECONDS : null,
    // In English, the language of the log, since it is for developers.
    body: html`<div lang="en" dir="ltr">${chosen ? oneLogin(view, chosen, isLive) : allLogins(view, isLive)}</div>`,
  })
}

function allLogins(view: InspectionView, isLive: boolean): Markup {
  const [newest] = view.logins
  return html`<h1>Sign-ins, step by step</h1>
<p class="lead">The latest sign-ins of this process, newest first. Only you see this: development, on this machine. Secrets are hidden, people shortened.</p>
${liveness(view, isLive, {})}
${
  newest === undefined
    ? html`<div class="card inspect-empty"><p>No sign-in yet. <a href="${view.signInHref}" target="_blank" rel="noreferrer">Sign in in another tab</a>, and watch it here.</p></div>`
    : html`${loginHeading(newest)}
${timeline(newest, { isWhole: false })}
<p class="actions"><a class="button small" href="${view.hrefOf({ login: newest.id })}">All that was sent and answered</a></p>
<section aria-labelledby="logins">
<h2 id="logins">The latest ${view.logins.length === 1 ? 'sign-in' : `${view.logins.length} sign-ins`}</h2>
<ul class="card items" role="list">
${view.logins.map((login) => loginRow(login, view))}</ul>
</section>`
}`
}

function oneLogin(view: InspectionView, login: InspectedLogin, isLive: boolean): Markup {
  return html`<p><a href="${view.hrefOf({})}">All sign-ins</a></p>
<h1>Sign-in with ${plainText(login.provider)}</h1>
${loginHeading(login)}
${login.outcome === 'under way' && liveness(view, isLive, { login: login.id })}
${timeline(login, { isWhole: true })}`
}

function loginHeading(login: InspectedLogin): Markup {
  const { provider, intent, returnTo, startedAt, milliseconds, referenceId } = login
  return html`<p class="inspect-heading">${outcomeBadge(login)} <strong>${plainText(provider)}</strong>, ${plainText(intent)}${returnTo !== '' && html` for <code>${plainText(returnTo)}</code>`}, begun <time datetime="${startedAt.toISOString()}">${clock(startedAt)}</time>, ${Math.round(milliseconds)} ms until the last step${referenceId !== null && html`, reference <code>${referenceId}</code>`}</p>`
}

function loginRow(login: InspectedLogin, view: InspectionView): Markup {
  const failure = failureOf(login)
  return html`<li>
<div class="item-text">
<p class="item-title"><a href="${view.hrefOf({ login: login.id })}">${plainText(login.provider)}, ${clock(login.startedAt)}</a> ${outcomeBadge(login)}</p>
<p class="item-detail">${failure ? plainText(failure.cause.sentence, 400) : `${plainText(login.intent)}, ${login.steps.length} steps`}</p>
</div>
</li>
`
}

function liveness({ hrefOf }: InspectionView, isLive: boolean, query: Record<string, string>): Markup {
  return isLive
    ? html`<p class="inspect-live" role="status">Renews itself every ${RENEW_SECONDS} seconds. <a href="${hrefOf({ ...query, pause: '1' })}">Pause</a></p>`
    : html`<p class="inspect-live" role="status">Paused. <a href="${hrefOf(query)}">Go on</a></p>`
}

function clock(at: Date): string {
  return at.toISOString().slice(11, 19)
}
