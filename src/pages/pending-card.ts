// The account that waits to be added, drawn alike on both pages of guided linking.
import { html } from 'hono/html'
import type { PendingAccount } from '../contracts/pages.ts'
import type { Markup } from './layout.ts'
import { fromOutside } from './layout.ts'
import { providerMark } from './provider-button.ts'

export function pendingCard(pending: PendingAccount): Markup {
  return html`<p class="card pending">${providerMark(pending.brand)}
<span class="item-text"><span class="item-fine">To be added</span> <strong class="item-title">${fromOutside(pending.providerName)}</strong> <span class="item-detail">${fromOutside(pending.label)}</span></span></p>`
}
