// Shown after a sign-out, including when a provider sends the person back (OpenID Connect RP-Initiated Logout §3).
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { SignedOutView } from '../contracts/pages.ts'
import { messageText } from '../languages/speaking/message-text.ts'
import { layout, notice } from './layout.ts'
import { say } from './say.ts'

export function signedOut(view: SignedOutView): MaybePromise<string> {
  const { language } = view.frame
  const title = messageText(language, 'signedOut')
  return layout({
    frame: view.frame,
    title,
    body: html`<h1>${title}</h1>
<p class="lead">${say(language, 'signedOutLead')}</p>
${notice(view.notice)}
<p class="actions"><a class="button primary" href="${view.signInHref}">${say(language, 'signInAgain')}</a></p>
<p class="aside">${say(language, 'sharedComputer')}</p>`,
  })
}
