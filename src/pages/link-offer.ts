// Guided linking, first half (docs/users.md): the person seems to have an account already. Signing in to it once adds the new
// one; the other button keeps both separate.
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { LinkOfferView } from '../contracts/pages.ts'
import { messageText } from '../languages/speaking/message-text.ts'
import { layout } from './layout.ts'
import { pendingCard } from './pending-card.ts'
import { providerList } from './provider-button.ts'
import { say } from './say.ts'

export function linkOffer({
  frame,
  pending,
  existing,
  separate,
  isMigration,
}: LinkOfferView): MaybePromise<string> {
  const { language } = frame
  const provider = pending.providerName
  const title = messageText(language, isMigration ? 'migration' : 'linkOffer')
  return layout({
    frame,
    title,
    body: html`<h1>${title}</h1>
<p class="lead">${say(language, isMigration ? 'migrationLead' : 'linkOfferLead', { provider })}</p>
${pendingCard(language, pending)}
${providerList(language, existing)}
<p class="or"><span>${say(language, 'or')}</span></p>
<form method="post" action="${separate.action}"><button type="submit" class="button">${say(language, isMigration ? 'newHere' : 'separateAccount')}</button></form>`,
  })
}
