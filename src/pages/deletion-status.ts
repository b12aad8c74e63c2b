// Tells somebody who asked, at a provider, for their data to be deleted what became of it.
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import type { DeletionStatusView } from '../contracts/pages.ts'
import { fromOutside, layout } from './layout.ts'

export function deletionStatus({ frame, code, keptDays }: DeletionStatusView): MaybePromise<string> {
  return code === null
    ? layout({
        frame,
        title: 'Unknown code',
        body: html`<h1>We do not know this code</h1>
<p class="lead">Please compare it with the one that you were given. A request can be looked up for ${keptDays} days.</p>`,
      })
    : layout({
        frame,
        title: 'Data deleted',
        body: html`<h1>Your data was deleted</h1>
<p class="lead">The request was carried out. The account of that service no longer signs in here, what it told us was deleted, and all devices that had signed in with it were signed out.</p>
<p class="aside">Confirmation code: ${fromOutside(code)}</p>`,
      })
}
