// The linked accounts on the account page, with the forms that add and remove them. Both need a fresh sign-in: until
// then one button confirms that it is the person, in the place of theirs.
import { html } from 'hono/html'
import type { AccountItem, AccountView } from '../contracts/pages.ts'
import type { Markup } from './layout.ts'
import { fromOutside } from './layout.ts'
import { providerForm, providerList, providerMark } from './provider-button.ts'
import { readableDate } from './readable-time.ts'

/** Nothing without accounts: where there is no store, there are none to manage. */
export function accountSection(view: AccountView): Markup | null {
  if (view.accounts.length === 0 && view.linkable.length === 0) return null
  return html`<section aria-labelledby="accounts">
<h2 id="accounts">Ways to sign in</h2>
${view.accounts.length > 0 && html`<ul class="card items" role="list">\n${view.accounts.map((item) => accountRow(item, view))}</ul>`}
${view.isFresh ? additions(view) : confirmation(view)}
</section>`
}

function accountRow(item: AccountItem, view: AccountView): Markup {
  return html`<li>
${providerMark(item.brand)}
<div class="item-text">
<p class="item-title">${fromOutside(item.providerName)}${item.isCurrent && html` <span class="badge">In use now</span>`}</p>
<p class="item-detail">${fromOutside(item.label)}</p>
<p class="item-fine">Added ${readableDate(item.linkedAt)} · last used ${readableDate(item.lastUsedAt)}</p>
${!item.canUnlink && html`<p class="item-fine">Your only way to sign in, so it stays.</p>`}
</div>
${view.isFresh && item.canUnlink && unlinkForm(item, view.actions.unlink)}
</li>
`
}

function unlinkForm(item: AccountItem, action: string): Markup {
  return html`<form method="post" action="${action}"><input type="hidden" name="account" value="${item.id}"><button type="submit" class="button small">Unlink<span class="unseen"> ${fromOutside(item.providerName)}, ${fromOutside(item.label)}</span></button></form>`
}

function additions({ linkable }: AccountView): Markup | null {
  if (linkable.length === 0) return null
  return html`<h3>Add another</h3>
${providerList(linkable, 'Add')}`
}

function confirmation({ confirm }: AccountView): Markup {
  return html`<div class="card confirm">
<h3>Add or remove an account</h3>
${
  confirm === null
    ? html`<p>For your safety this needs a recent sign-in. Please sign out and in again.</p>`
    : html`<p>For your safety, please confirm first that it is you.</p>
${providerForm(confirm, 'Confirm with')}`
}
</div>`
}
