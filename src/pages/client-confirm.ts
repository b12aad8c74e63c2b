// Asks whether a first-party client may be signed in (RFC 8252 §8.6). It must not look like a step to click through, because any
// program can pretend to be this client.
import { html } from 'hono/html'
import type { ClientConfirmView } from '../contracts/client-pages.ts'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import { messageText } from '../languages/speaking/message-text.ts'
import { plainText } from '../web/plain-text.ts'
import { layout } from './layout.ts'
import { personCard } from './person-card.ts'
import { say } from './say.ts'

export function clientConfirm(view: ClientConfirmView): MaybePromise<string> {
  const { frame, isOnThisDevice, user } = view
  const { language } = frame
  const client = view.client.name
  return layout({
    frame,
    title: messageText(language, 'clientConfirm', { client: plainText(client) }),
    body: html`<h1>${say(language, 'clientConfirm', { client })}</h1>
<p class="lead">${say(language, isOnThisDevice ? 'clientConfirmLeadHere' : 'clientConfirmLead')}</p>
${personCard(language, user)}
<p class="lead">${say(language, 'clientConfirmWhen', { client })}</p>
<div class="actions">
<form method="post" action="${view.allow.action}"><button type="submit" class="button primary">${say(language, 'allow')}</button></form>
<form method="post" action="${view.deny.action}"><button type="submit" class="button">${say(language, 'doNotSignIn')}</button></form>
</div>
<p class="aside"><a href="${view.otherAccountHref}">${say(language, 'otherAccount')}</a></p>`,
  })
}
