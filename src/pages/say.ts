// A sentence of the catalogue on a page: its words are escaped, texts from outside isolated, and other markup inserted unchanged.
import { html } from 'hono/html'
import type { PageLanguage } from '../contracts/pages.ts'
import type { MessageKey } from '../languages/en.ts'
import { messageParts, valueText } from '../languages/speaking/message-text.ts'
import { fromOutside, type Markup } from './markup.ts'

/** Strings are from outside; numbers are formatted for the reader's language; markup is inserted unchanged. */
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
