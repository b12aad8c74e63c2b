// The form for the code that the person's device shows (RFC 8628 §3.3).
import { html } from 'hono/html'
import type { DeviceCodeView } from '../contracts/client-pages.ts'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import { messageText } from '../languages/speaking/message-text.ts'
import { layout, notice } from './layout.ts'
import { say } from './say.ts'

export function deviceCode(view: DeviceCodeView): MaybePromise<string> {
  const { frame } = view
  const { language } = frame
  return layout({
    frame,
    title: messageText(language, 'deviceCode'),
    body: html`<h1>${say(language, 'deviceCode')}</h1>
<p class="lead">${say(language, 'deviceCodeLead')}</p>
${notice(view.notice)}
<form method="get" action="${view.action}" class="actions">
<label class="field"><span>${say(language, 'deviceCodeField')}</span><input class="user-code" type="text" name="user_code" required maxlength="20" placeholder="ABCD-EFGH" dir="ltr" autocapitalize="characters" autocorrect="off" autocomplete="off" spellcheck="false"></label>
<button type="submit" class="button primary">${say(language, 'continue')}</button>
</form>
<p class="aside">${say(language, 'deviceCodeWarning')}</p>`,
  })
}
