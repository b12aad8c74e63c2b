// The linked accounts on the account page, with the forms that add and remove them. Both need a fresh sign-in; without one, the page
// shows a single button instead, which lets the person sign in again.
import { html } from 'hono/html'
import type { AccountItem, AccountView } from '../contracts/pages.ts'
import { fromOutside, type Markup } from './markup.ts'
import { providerForm, providerList, providerMark } from './provider-button.ts'
import { readableDate } from './readable-time.ts'
import { say } from './say.ts'

/** Null without accounts: without a store there are none to manage. */
export function accountSection(view: AccountView): Markup | null {
  if (view.accounts.length === 0 && view.linkable.length === 0) return null
  return html`<section aria-labelledby="accounts">
<h2 id="accounts">${say(view.frame.language, 'waysToSignIn')}</h2>
${view.accounts.length > 0 && html`<ul class="card items" role="list">\n${view.accounts.map((item) => accountRow(item, view))}</ul>`}
${view.isFresh ? additions(view) : confirmation(view)}
</section>`
}

function accountRow(item: AccountItem, view: AccountView): Markup {
  const { language } = view.frame
  const times = {
    added: readableDate(language, item.linkedAt),
    used: readableDate(language, item.lastUsedAt),
  }
  return html`<li>
${providerMark(item.brand)}
<div class="item-text">
<p class="item-title">${fromOutside(item.providerName)}${item.isCurrent && html` <span class="badge">${say(language, 'inUse')}</span>`}</p>
<p class="item-detail">${fromOutside(item.label)}</p>
<p class="item-fine">${say(language, 'accountTimes', times)}</p>
${!item.canUnlink && html`<p class="item-fine">${say(language, 'onlyWay')}</p>`}
</div>
${view.isFresh && item.canUnlink && unlinkForm(item, view)}
</li>
`
}

function unlinkForm(item: AccountItem, { frame, actions }: AccountView): Markup {
  return html`<form method="post" action="${actions.unlink}"><input type="hidden" name="account" value="${item.id}"><button type="submit" class="button small">${say(frame.language, 'unlink')}<span class="unseen"> ${fromOutside(item.providerName)}, ${fromOutside(item.label)}</span></button></form>`
}

function additions({ frame: { language }, linkable }: AccountView): Markup | null {
  if (linkable.length === 0) return null
  return html`<h3>${say(language, 'addAnother')}</h3>
${providerList(language, linkable, 'addProvider')}`
}

function confirmation({ frame: { language }, confirm }: AccountView): Markup {
  return html`<div class="card confirm">
<h3>${say(language, 'changeAccounts')}</h3>
${
  confirm === null
    ? html`<p>${say(language, 'signInAgainFirst')}</p>`
    : html`<p>${say(language, 'confirmFirst')}</p>
${providerForm(language, confirm, 'confirmWith')}`
}
</div>`
}
