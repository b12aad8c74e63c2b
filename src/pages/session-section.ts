// The list of browsers in which the user is signed in, each with the form that ends it there.
import { html } from 'hono/html'
import type { AccountView, SessionItem } from '../contracts/pages.ts'
import { describeUserAgent } from '../web/describe-user-agent.ts'
import type { Markup } from './layout.ts'
import { fromOutside } from './layout.ts'
import { readableTime } from './readable-time.ts'

/** Nothing without stored sessions. */
export function sessionSection({ sessions, actions }: AccountView): Markup | null {
  if (sessions.length === 0) return null
  return html`<section aria-labelledby="sessions">
<h2 id="sessions">Where you are signed in</h2>
<ul class="card items" role="list">
${sessions.map((item) => sessionRow(item, actions.endSession))}</ul>
${sessions.some((item) => !item.isCurrent) && html`<form method="post" action="${actions.endOtherSessions}"><button type="submit" class="button small">Sign out everywhere else</button></form>`}
</section>`
}

function sessionRow(item: SessionItem, action: string): Markup {
  const browser = describeUserAgent(item.userAgent)
  return html`<li>
<div class="item-text">
<p class="item-title">${fromOutside(browser)}${item.isCurrent && html` <span class="badge">This browser</span>`}</p>
<p class="item-detail">With ${fromOutside(item.providerName)}${item.clientAddress !== null && html` · from ${fromOutside(item.clientAddress)}`}</p>
<p class="item-fine">Since ${readableTime(item.createdAt)} · last seen ${readableTime(item.lastSeenAt)}</p>
</div>
${!item.isCurrent && html`<form method="post" action="${action}"><input type="hidden" name="session" value="${item.id}"><button type="submit" class="button small">Sign out<span class="unseen"> ${fromOutside(browser)}</span></button></form>`}
</li>
`
}
