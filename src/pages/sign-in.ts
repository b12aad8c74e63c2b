// The sign-in page (DESIGN section 9): one form for each provider, with one button that names it.
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { SignInView } from '../contracts/pages.ts'
import type { Markup } from './layout.ts'
import { fromOutside, layout, notice } from './layout.ts'
import { providerList } from './provider-button.ts'

export function signIn(view: SignInView): MaybePromise<string> {
  const { providers, signedInAs, continueHref } = view
  return layout({
    frame: view.frame,
    title: 'Sign in',
    body: html`<h1>Sign in</h1>
${lead(view)}
${notice(view.notice)}
${signedInAs !== null && continueHref !== null && alreadySignedIn(signedInAs, continueHref)}
${providers.length === 0 ? html`<p>There is no way to sign in at the moment.</p>` : providerList(providers)}`,
  })
}

function lead({ frame, signedInAs }: SignInView): Markup {
  if (signedInAs !== null) return html`<p class="lead">Go on as you are, or use another account.</p>`
  if (frame.siteName === null) return html`<p class="lead">Choose an account that you already have.</p>`
  return html`<p class="lead">Use an account that you already have to continue to ${fromOutside(frame.siteName)}.</p>`
}

function alreadySignedIn(name: string, href: string): Markup {
  return html`<a class="button primary" href="${href}"><span>Continue as ${fromOutside(name)}</span></a>
<p class="or"><span>or</span></p>`
}
