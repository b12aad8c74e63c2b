// Guided linking, second half (docs/users.md): nothing is linked unless the person agrees explicitly.
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { LinkConfirmView } from '../contracts/pages.ts'
import { messageText } from '../languages/speaking/message-text.ts'
import { plainText } from '../web/plain-text.ts'
import { layout } from './layout.ts'
import type { Markup } from './markup.ts'
import { pendingCard } from './pending-card.ts'
import { say } from './say.ts'

export function linkConfirm(view: LinkConfirmView): MaybePromise<string> {
  const { frame, pending } = view
  const { language } = frame
  const provider = pending.providerName
  return layout({
    frame,
    title: messageText(language, 'linkConfirm', { provider: plainText(provider) }),
    body: html`<h1>${say(language, 'linkConfirm', { provider })}</h1>
<p class="lead">${whoIsSignedIn(view)} ${say(language, 'linkConfirmLead')}</p>
${pendingCard(language, pending)}
<form method="post" action="${view.yes.action}"><button type="submit" class="button primary">${say(language, 'linkYes')}</button></form>
<form method="post" action="${view.no.action}"><button type="submit" class="button">${say(language, 'linkNo')}</button></form>`,
  })
}

function whoIsSignedIn({ frame: { language }, user: { name, email } }: LinkConfirmView): Markup {
  if (name !== null && email !== null) return say(language, 'signedInAsWith', { name, email })
  const known = name ?? email
  return known === null ? say(language, 'signedInNameless') : say(language, 'signedInAs', { name: known })
}
