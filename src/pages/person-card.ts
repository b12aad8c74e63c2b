// Shows who is signed in, on pages where that person decides something.
import { html } from 'hono/html'
import type { PageLanguage } from '../contracts/pages.ts'
import { fromOutside, type Markup } from './markup.ts'
import { say } from './say.ts'

export function personCard(
  language: PageLanguage,
  { name, email }: { readonly name: string | null; readonly email: string | null },
): Markup {
  const known = name ?? email
  const title = known === null ? say(language, 'yourAccount') : fromOutside(known)
  return html`<p class="card pending"><span class="item-text"><strong class="item-title">${title}</strong>${name !== null && email !== null && html` <span class="item-detail">${fromOutside(email)}</span>`}</span></p>`
}
