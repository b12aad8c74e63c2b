// The status of a request to delete a person's data that was made at a provider.
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { DeletionStatusView } from '../contracts/pages.ts'
import { messageText } from '../languages/speaking/message-text.ts'
import { layout } from './layout.ts'
import { machineText } from './markup.ts'
import { say } from './say.ts'

export function deletionStatus({ frame, code, keptDays }: DeletionStatusView): MaybePromise<string> {
  const { language } = frame
  const title = messageText(language, code === null ? 'codeUnknown' : 'dataDeleted')
  return layout({
    frame,
    title,
    body:
      code === null
        ? html`<h1>${title}</h1>
<p class="lead">${say(language, 'codeUnknownLead', { count: keptDays })}</p>`
        : html`<h1>${title}</h1>
<p class="lead">${say(language, 'dataDeletedLead')}</p>
<p class="aside">${say(language, 'confirmationCode', { code: machineText(code) })}</p>`,
  })
}
