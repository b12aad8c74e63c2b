// One sentence with its values. Plural forms and numbers are the platform's business (Intl); nothing is escaped here.
import type { PageLanguage } from '../../contracts/pages.ts'
import type { Message, MessageKey } from '../en.ts'

/** What stands in the places of a sentence: `{ provider: 'Google' }`. A number is written as its reader does. */
export type MessageValues = Readonly<Record<string, string | number>>

/**
 * A sentence of the pages in the page's language, for pages of the application's own. It is text: escape it like any other.
 *
 * @example
 * ```ts
 * import { messageText, type SignInView } from 'latchkey'
 *
 * // "Weiter mit Google"
 * const label = ({ frame }: SignInView, provider: string) => messageText(frame.language, 'continueWith', { provider })
 * ```
 */
export function messageText(language: PageLanguage, key: MessageKey, values: MessageValues = {}): string {
  return messageParts(language, key, values)
    .map((part) => (typeof part === 'string' ? part : valueText(language, values[part.name])))
    .join('')
}

/** The sentence taken apart: its words, and the places for values between them. */
export function messageParts(
  { messages, locale }: Pick<PageLanguage, 'messages' | 'locale'>,
  key: MessageKey,
  { count }: { readonly count?: unknown } = {},
): readonly (string | { readonly name: string })[] {
  const template = formFor(messages[key], locale, typeof count === 'number' ? count : 0)
  // Odd parts are the names, as `split` answers what the group has caught.
  return template.split(/\{(\w+)\}/).map((part, index) => (index % 2 === 0 ? part : { name: part }))
}

/** The value of a place as text: a number in the digits and groups of the reader. */
export function valueText(
  { locale }: Pick<PageLanguage, 'locale'>,
  value: string | number | undefined,
): string {
  return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : (value ?? '')
}

function formFor(message: Message, locale: string, count: number): string {
  if (typeof message === 'string') return message
  return message[new Intl.PluralRules(locale).select(count)] ?? message.other
}
