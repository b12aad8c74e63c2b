// The error page: a sentence for the person, the reference id of the log line, and a link onwards. In development it also has a
// separate panel for the developer, which production never shows.
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { ErrorView } from '../contracts/pages.ts'
import type { MessageKey } from '../languages/en.ts'
import { messageText } from '../languages/speaking/message-text.ts'
import { plainText } from '../web/plain-text.ts'
import { developerPanel } from './developer-panel.ts'
import { layout } from './layout.ts'
import type { Markup } from './markup.ts'
import { say } from './say.ts'

export function error(view: ErrorView): MaybePromise<string> {
  const { language } = view.frame
  const heading = messageText(language, headingFor(view))
  const code = html`<code>${plainText(view.referenceId)}</code>`
  return layout({
    frame: view.frame,
    title: heading,
    body: html`<h1>${heading}</h1>
<p class="lead">${plainText(view.sentence, 500)}</p>
${waysOn(view)}
<p class="reference">${say(language, 'reference', { code })}</p>
${view.developer !== null && developerPanel(view.code, view.developer)}`,
  })
}

function waysOn({ retry, frame }: ErrorView): Markup {
  const { href, label } = retry ?? { href: frame.homeHref, label: messageText(frame.language, 'goHome') }
  return html`<p class="actions">
<a class="button primary" href="${href}">${plainText(label)}</a>
</p>`
}

// The family of the code, or otherwise the status, chooses the heading, so that a new code needs none of its own.
function headingFor({ code, status }: ErrorView): MessageKey {
  if (status === 404) return 'errorNotFound'
  if (status === 409) return 'errorUnchanged'
  if (status === 503 || code.startsWith('upstream_')) return 'errorUnavailable'
  if (status >= 500) return 'errorOurs'
  // Signing in would not help.
  if (code === 'session_not_allowed') return 'errorOther'
  if (code.startsWith('session_')) return 'errorSession'
  if (code.startsWith('attempt_') || code.startsWith('provider_')) return 'errorSignIn'
  return 'errorOther'
}
