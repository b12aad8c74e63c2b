// The sign-out page, which a link leads to. Its button signs out, because a link alone must not.
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { SignOutView } from '../contracts/pages.ts'
import { messageText } from '../languages/speaking/message-text.ts'
import { layout } from './layout.ts'
import { say } from './say.ts'

export function signOut({ frame, signedInAs, signOut, stayHref }: SignOutView): MaybePromise<string> {
  const { language } = frame
  return layout({
    frame,
    title: messageText(language, 'signOut'),
    body: html`<h1>${say(language, 'signOutTitle')}</h1>
<p class="lead">${signedInAs === null ? say(language, 'signOutLead') : say(language, 'signedInAs', { name: signedInAs })}</p>
<form method="post" action="${signOut.action}"><button type="submit" class="button primary">${say(language, 'signOut')}</button></form>
<p class="aside"><a href="${stayHref}">${say(language, 'staySignedIn')}</a></p>`,
  })
}
