// Asks whether the device that shows this code may be signed in. The words warn of attackers who send their own code to others
// (RFC 8628 §5.4): they say what the person must compare, and what a yes means.
import { html } from 'hono/html'
import type { DeviceConfirmView } from '../contracts/client-pages.ts'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import { messageText } from '../languages/speaking/message-text.ts'
import { layout } from './layout.ts'
import { fromOutside } from './markup.ts'
import { personCard } from './person-card.ts'
import { readableTime } from './readable-time.ts'
import { say } from './say.ts'

export function deviceConfirm(view: DeviceConfirmView): MaybePromise<string> {
  const { frame, userCode, askedAt } = view
  const { language } = frame
  return layout({
    frame,
    title: messageText(language, 'deviceConfirm'),
    body: html`<h1>${say(language, 'deviceConfirm')}</h1>
<p class="lead">${say(language, 'deviceConfirmLead', { client: view.client.name })}</p>
${personCard(language, view.user)}
<p class="lead">${say(language, 'deviceCompare')}</p>
<p class="user-code" dir="ltr">${fromOutside(userCode)}</p>
<p class="notice">${say(language, 'deviceWarning')}</p>
<div class="actions">
<form method="post" action="${view.allow.action}"><button type="submit" class="button primary">${say(language, 'deviceAllow')}</button></form>
<form method="post" action="${view.deny.action}"><button type="submit" class="button">${say(language, 'doNotSignIn')}</button></form>
</div>
<p class="aside">${say(language, 'deviceAsked', { time: readableTime(language, askedAt) })}</p>
<p><a href="${view.otherAccountHref}">${say(language, 'otherAccount')}</a></p>`,
  })
}
