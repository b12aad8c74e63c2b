// Shown after a sign-out, also when a provider sends the person back here (OpenID Connect RP-Initiated Logout §3).
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { SignedOutView } from '../contracts/pages.ts'
import { layout, notice } from './layout.ts'

export function signedOut(view: SignedOutView): MaybePromise<string> {
  return layout({
    frame: view.frame,
    title: 'Signed out',
    body: html`<h1>You are signed out</h1>
<p class="lead">You can close this window, or come back whenever you like.</p>
${notice(view.notice)}
<p class="actions"><a class="button primary" href="${view.signInHref}">Sign in again</a></p>
<p class="aside">On a computer that others use too: you may still be signed in at the service that you signed in with. Sign out there as well.</p>`,
  })
}
