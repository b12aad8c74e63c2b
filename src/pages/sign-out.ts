// The sign-out page: a link leads here, and the button signs out, since a link alone must not.
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { SignOutView } from '../contracts/pages.ts'
import { fromOutside, layout } from './layout.ts'

export function signOut(view: SignOutView): MaybePromise<string> {
  const { signedInAs } = view
  return layout({
    frame: view.frame,
    title: 'Sign out',
    body: html`<h1>Sign out?</h1>
<p class="lead">${signedInAs === null ? 'This ends your session in this browser.' : html`You are signed in as ${fromOutside(signedInAs)}.`}</p>
<form method="post" action="${view.signOut.action}"><button type="submit" class="button primary">Sign out</button></form>
<p class="aside"><a href="${view.stayHref}">Stay signed in</a></p>`,
  })
}
