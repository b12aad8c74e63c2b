// Whatever could not be done: a sentence for the person, the id that the log line carries, a way on; in development
// also a panel for the developer, set apart, since no person will ever see it.
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { ErrorView } from '../contracts/pages.ts'
import { plainText } from '../web/plain-text.ts'
import { developerPanel } from './developer-panel.ts'
import type { Markup } from './layout.ts'
import { layout } from './layout.ts'

export function error(view: ErrorView): MaybePromise<string> {
  const heading = headingFor(view)
  return layout({
    frame: view.frame,
    title: heading,
    body: html`<h1>${heading}</h1>
<p class="lead">${plainText(view.sentence, 500)}</p>
${waysOn(view)}
<p class="reference">Reference <code>${plainText(view.referenceId)}</code></p>
${view.developer !== null && developerPanel(view.code, view.developer)}`,
  })
}

function waysOn({ retry, frame }: ErrorView): Markup {
  const { href, label } = retry ?? { href: frame.homeHref, label: 'Back to the start' }
  return html`<p class="actions">
<a class="button primary" href="${href}">${plainText(label)}</a>
</p>`
}

// The family of the code or else the status chooses the words, so that a new code needs none of its own.
function headingFor({ code, status }: ErrorView): string {
  if (status === 404) return 'Not found'
  if (status === 409) return 'Nothing was changed'
  if (status === 503) return 'Not available right now'
  if (status >= 500) return 'Something went wrong'
  if (code.startsWith('session_')) return 'Sign in to continue'
  if (code.startsWith('attempt_') || code.startsWith('provider_')) return 'Sign-in not completed'
  return 'That did not work'
}
