// Guided linking, first half (DESIGN 1.7): the person seems to have an account already. Signing in to it once adds the
// new one; refusing costs nothing.
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { LinkOfferView } from '../contracts/pages.ts'
import { fromOutside, layout } from './layout.ts'
import { pendingCard } from './pending-card.ts'
import { providerList } from './provider-button.ts'

export function linkOffer(view: LinkOfferView): MaybePromise<string> {
  const added = fromOutside(view.pending.providerName)
  return layout({
    frame: view.frame,
    title: view.isMigration ? 'Were you here before?' : 'You already have an account',
    body: html`${
      view.isMigration
        ? html`<h1>Were you here before?</h1>
<p class="lead">This site has moved to a new way to sign in. If you have an account here, sign in the old way once, and ${added} leads to it from then on.</p>`
        : html`<h1>You already have an account</h1>
<p class="lead">Sign in to it once, and ${added} is added: from then on, both lead to the same place.</p>`
    }
${pendingCard(view.pending)}
${providerList(view.existing)}
<p class="or"><span>or</span></p>
<form method="post" action="${view.separate.action}"><button type="submit" class="button">${view.isMigration ? 'I am new here' : 'Make a separate account'}</button></form>`,
  })
}
