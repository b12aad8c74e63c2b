// Guided linking, second half (DESIGN 1.7): nothing is linked without an explicit yes.
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { LinkConfirmView } from '../contracts/pages.ts'
import type { Markup } from './layout.ts'
import { fromOutside, layout } from './layout.ts'
import { pendingCard } from './pending-card.ts'

export function linkConfirm(view: LinkConfirmView): MaybePromise<string> {
  const added = fromOutside(view.pending.providerName)
  return layout({
    frame: view.frame,
    title: 'Add this account?',
    body: html`<h1>Add ${added} to your account?</h1>
<p class="lead">${whoIsSignedIn(view.user)} If you say yes, you can sign in with this account too:</p>
${pendingCard(view.pending)}
<form method="post" action="${view.yes.action}"><button type="submit" class="button primary">Yes, add it</button></form>
<form method="post" action="${view.no.action}"><button type="submit" class="button">No, leave things as they are</button></form>`,
  })
}

function whoIsSignedIn({ name, email }: LinkConfirmView['user']): Markup {
  if (name !== null && email !== null) {
    return html`You are signed in as ${fromOutside(name)} (${fromOutside(email)}).`
  }
  const known = name ?? email
  return known === null ? html`You are signed in.` : html`You are signed in as ${fromOutside(known)}.`
}
