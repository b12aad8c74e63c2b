// The account that is about to be added, shown the same way on both pages of guided linking.
import { html } from 'hono/html'
import type { PageLanguage, PendingAccount } from '../contracts/pages.ts'
import { fromOutside, type Markup } from './markup.ts'
import { providerMark } from './provider-button.ts'
import { say } from './say.ts'

export function pendingCard(language: PageLanguage, pending: PendingAccount): Markup {
  return html`<p class="card pending">${providerMark(pending.brand)}
<span class="item-text"><span class="item-fine">${say(language, 'toBeAdded')}</span> <strong class="item-title">${fromOutside(pending.providerName)}</strong> <span class="item-detail">${fromOutside(pending.label)}</span></span></p>`
}
