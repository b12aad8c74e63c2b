// The list of browsers in which the user is signed in, each with a form that signs it out.
import { html } from 'hono/html'
import type { AccountView, PageLanguage, SessionItem } from '../contracts/pages.ts'
import { plainText } from '../web/plain-text.ts'
import { fromOutside, type Markup, machineText } from './markup.ts'
import { readableTime } from './readable-time.ts'
import { say } from './say.ts'

/** Null without stored sessions. */
export function sessionSection({ frame: { language }, sessions, actions }: AccountView): Markup | null {
  if (sessions.length === 0) return null
  return html`<section aria-labelledby="sessions">
<h2 id="sessions">${say(language, 'whereSignedIn')}</h2>
<ul class="card items" role="list">
${sessions.map((item) => sessionRow(language, item, actions.endSession))}</ul>
${sessions.some((item) => !item.isCurrent) && html`<form method="post" action="${actions.endOtherSessions}"><button type="submit" class="button small">${say(language, 'signOutElsewhere')}</button></form>`}
</section>`
}

function sessionRow(language: PageLanguage, item: SessionItem, action: string): Markup {
  const { providerName: provider, clientAddress: address } = item
  const name = nameOf(language, item)
  const times = {
    start: readableTime(language, item.createdAt),
    seen: readableTime(language, item.lastSeenAt),
  }
  return html`<li>
<div class="item-text">
<p class="item-title">${name}${item.isCurrent && html` <span class="badge">${say(language, 'thisBrowser')}</span>`}</p>
<p class="item-detail">${address === null ? say(language, 'sessionWith', { provider }) : say(language, 'sessionWithFrom', { provider, address: machineText(address) })}</p>
<p class="item-fine">${say(language, 'sessionTimes', times)}</p>
</div>
${!item.isCurrent && html`<form method="post" action="${action}"><input type="hidden" name="session" value="${item.id}"><button type="submit" class="button small">${say(language, 'signOut')}<span class="unseen"> ${name}</span></button></form>`}
</li>
`
}

/** "Firefox on Linux" is one of our sentences: it has the direction of its language, not that of the first name in it. */
function nameOf({ direction }: PageLanguage, { client, device }: SessionItem): Markup {
  return client ? fromOutside(client.name) : html`<bdi dir="${direction}">${plainText(device)}</bdi>`
}
