// A sentence of the catalogue on a page: its words escaped, names from outside isolated, other markup put in as it is.
import { html } from 'hono/html'
import type { PageLanguage } from '../contracts/pages.ts'
import type { MessageKey } from '../languages/en.ts'
import { messageParts, valueText } from '../languages/speaking/message-text.ts'
import { fromOutside, type Markup } from './markup.ts'

/** A text is from outside; a number is written as the reader does; markup stays. */
export type PageValue = string | number | Markup

export function say(
  language: PageLanguage,
  key: MessageKey,
  values: Readonly<Record<string, PageValue>> = {},
): Markup {
  return html`${messageParts(language, key, values).map((part) =>
    typeof part === 'string' ? part : markupOf(language, values[part.name]),
  )}`
}

function markupOf(language: PageLanguage, value: PageValue | undefined): Markup {
  if (typeof value === 'number') return html`${valueText(language, value)}`
  return typeof value === 'string' ? fromOutside(value) : (value ?? html``)
}
