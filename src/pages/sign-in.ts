// The sign-in page: one form for each provider, with one button that names it. Programs that use the page find the forms by that name.
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { SignInView } from '../contracts/pages.ts'
import { messageText } from '../languages/speaking/message-text.ts'
import { layout, notice } from './layout.ts'
import type { Markup } from './markup.ts'
import { providerList } from './provider-button.ts'
import { say } from './say.ts'

export function signIn(view: SignInView): MaybePromise<string> {
  const { frame, providers, signedInAs, continueHref, isConfirmation } = view
  const { language } = frame
  const title = messageText(language, isConfirmation ? 'confirmTitle' : 'signIn')
  return layout({
    frame,
    title,
    body: html`<h1>${title}</h1>
${lead(view)}
${notice(view.notice)}
${
  signedInAs !== null &&
  continueHref !== null &&
  html`<a class="button primary" href="${continueHref}"><span>${say(language, 'continueAs', { name: signedInAs })}</span></a>
<p class="or"><span>${say(language, 'or')}</span></p>`
}
${providers.length === 0 ? html`<p>${say(language, 'noProviders')}</p>` : providerList(language, providers, isConfirmation ? 'confirmWith' : undefined)}`,
  })
}

function lead({ frame: { language, siteName }, signedInAs, isConfirmation }: SignInView): Markup {
  if (signedInAs !== null && isConfirmation) {
    return html`<p class="lead">${say(language, 'signedInAs', { name: signedInAs })} ${say(language, 'confirmLead')}</p>`
  }
  if (signedInAs !== null) return html`<p class="lead">${say(language, 'signInLeadAgain')}</p>`
  if (siteName === null) return html`<p class="lead">${say(language, 'signInLead')}</p>`
  return html`<p class="lead">${say(language, 'signInLeadSite', { site: siteName })}</p>`
}
