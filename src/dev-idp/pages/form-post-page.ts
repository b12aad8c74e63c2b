// The answer as a form (OAuth 2.0 Form Post Response Mode §2), which a script submits, as at real providers. Without scripts, a
// button submits it.
import { html } from 'hono/html'
import type { ServedProvider } from '../served-provider.ts'
import { applicationName, page, providerLine } from './page.ts'

export function formPostPage(
  provider: ServedProvider,
  redirectUri: string,
  parameters: URLSearchParams,
): Promise<Response> {
  return page({
    title: 'Continue',
    provider,
    leavesServer: true,
    script: 'document.forms[0].submit()',
    body: html`<div class="head">
${providerLine(provider)}
<h1>Back to ${applicationName(redirectUri)}</h1>
<p class="lead">The answer goes there as a form, since <code>response_mode=form_post</code> was asked for. Without scripts, this button sends it.</p>
</div>
<div class="body"><form method="post" action="${redirectUri}">
${[...parameters].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="button primary" type="submit">Continue</button>
</form></div>`,
  })
}
