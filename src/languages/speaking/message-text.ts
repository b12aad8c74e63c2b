// One sentence with its values. Plural forms and numbers use the platform's Intl; nothing is escaped here.
import type { PageLanguage } from '../../contracts/pages.ts'
import type { Message, MessageKey } from '../en.ts'

/** The values of a sentence's placeholders: `{ provider: 'Google' }`. Numbers are formatted for the reader. */
export type MessageValues = Readonly<Record<string, string | number>>

/**
 * Returns a sentence in the page's language, for the application's own pages. It is plain text: escape it in HTML.
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

/** Returns the sentence in parts: its text, and the placeholders between. */
export function messageParts(
  { messages, locale }: Pick<PageLanguage, 'messages' | 'locale'>,
  key: MessageKey,
  { count }: { readonly count?: unknown } = {},
): readonly (string | { readonly name: string })[] {
  const template = formFor(messages[key], locale, typeof count === 'number' ? count : 0)
  // Odd parts are the names, since `split` includes captured groups.
  return template.split(/\{(\w+)\}/).map((part, index) => (index % 2 === 0 ? part : { name: part }))
}

/** Returns a value as text; a number with the reader's digits and grouping. */
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
