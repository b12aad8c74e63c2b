// Shown after a person has allowed or denied a device.
import { html } from 'hono/html'
import type { DeviceDoneView } from '../contracts/client-pages.ts'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import { messageText } from '../languages/speaking/message-text.ts'
import { layout } from './layout.ts'
import { say } from './say.ts'

export function deviceDone({ frame, client, isAllowed, accountHref }: DeviceDoneView): MaybePromise<string> {
  const { language } = frame
  return isAllowed
    ? layout({
        frame,
        title: messageText(language, 'deviceDone'),
        body: html`<h1>${say(language, 'deviceDone')}</h1>
<p class="lead">${say(language, 'deviceDoneLead', { client: client.name })}</p>
<p class="aside"><a href="${accountHref}">${say(language, 'deviceDoneMistake')}</a></p>`,
      })
    : layout({
        frame,
        title: messageText(language, 'deviceDenied'),
        body: html`<h1>${say(language, 'deviceDenied')}</h1>
<p class="lead">${say(language, 'deviceDeniedLead')}</p>`,
      })
}
