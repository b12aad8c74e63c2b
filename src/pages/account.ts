// The account page: who the person is, which accounts sign them in, and where they are signed in.
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { AccountView } from '../contracts/pages.ts'
import { messageText } from '../languages/speaking/message-text.ts'
import { accountSection } from './account-section.ts'
import { initials } from './initials.ts'
import { layout, notice } from './layout.ts'
import { fromOutside, type Markup } from './markup.ts'
import { say } from './say.ts'
import { sessionSection } from './session-section.ts'

export function account(view: AccountView): MaybePromise<string> {
  return layout({
    frame: view.frame,
    title: messageText(view.frame.language, 'account'),
    width: 'wide',
    body: html`${person(view)}
${notice(view.notice)}
${accountSection(view)}
${sessionSection(view)}`,
  })
}

// For people whose name and address are both unknown.
const silhouette: Markup = html`<svg viewBox="0 0 24 24" fill="currentColor"><circle cx="12" cy="8" r="4.25"/><path d="M3.5 21a8.5 7 0 0 1 17 0z"/></svg>`

function person({ frame: { language }, user, actions }: AccountView): Markup {
  const title = user.name ?? user.email
  const letters = initials(user)
  return html`<div class="person">
<span class="avatar" aria-hidden="true">${letters ?? silhouette}</span>
<div class="item-text">
<h1>${title === null ? say(language, 'account') : fromOutside(title)}</h1>
${user.name !== null && user.email !== null && html`<p class="item-detail">${fromOutside(user.email)}</p>`}
</div>
<form method="post" action="${actions.signOut}"><button type="submit" class="button small">${say(language, 'signOut')}</button></form>
</div>`
}
