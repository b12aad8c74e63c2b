// The sign-in page (DESIGN section 9): one form for each provider, with one button that names it.
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { SignInView } from '../contracts/pages.ts'
import type { Markup } from './layout.ts'
import { fromOutside, layout, notice } from './layout.ts'
import { providerList } from './provider-button.ts'

export function signIn(view: SignInView): MaybePromise<string> {
  const { providers, signedInAs, continueHref, isConfirmation } = view
  const title = isConfirmation ? 'Confirm that it is you' : 'Sign in'
  return layout({
    frame: view.frame,
    title,
    body: html`<h1>${title}</h1>
${lead(view)}
${notice(view.notice)}
${signedInAs !== null && continueHref !== null && alreadySignedIn(signedInAs, continueHref)}
${providers.length === 0 ? html`<p>There is no way to sign in at the moment.</p>` : providerList(providers, isConfirmation ? 'Confirm with' : undefined)}`,
  })
}

function lead({ frame, signedInAs, isConfirmation }: SignInView): Markup {
  if (signedInAs !== null && isConfirmation) {
    return html`<p class="lead">You are signed in as ${fromOutside(signedInAs)}. What you want to open needs a sign-in that is more recent or stronger.</p>`
  }
  if (signedInAs !== null) return html`<p class="lead">Go on as you are, or use another account.</p>`
  if (frame.siteName === null) return html`<p class="lead">Choose an account that you already have.</p>`
  return html`<p class="lead">Use an account that you already have to continue to ${fromOutside(frame.siteName)}.</p>`
}

function alreadySignedIn(name: string, href: string): Markup {
  return html`<a class="button primary" href="${href}"><span>Continue as ${fromOutside(name)}</span></a>
<p class="or"><span>or</span></p>`
}
