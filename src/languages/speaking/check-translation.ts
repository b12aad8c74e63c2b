// Checks the sentences of a language for unknown names, invalid values, and placeholders that differ from those in English.
// Applies to the application's own sentences and to those that come with Latchkey.
import { messages as english, type Message, type MessageKey } from '../en.ts'

/** Returns one line for each fault, without the name of the language: `signInn is no sentence of the pages`. */
export function translationFaults(translation: unknown): readonly string[] {
  if (typeof translation !== 'object' || translation === null) return ['is no table of sentences']
  return Object.entries(translation).flatMap(([key, message]) => {
    const fault = messageFault(key, message)
    return fault === null ? [] : [`${key.slice(0, 60)} ${fault}`]
  })
}

/** Returns the fault of this sentence; null if it is valid. */
export function messageFault(key: string, message: unknown): string | null {
  if (!isKey(key)) return 'is no sentence of the pages'
  const forms = formsOf(message)
  if (!forms) return 'must be a text, or plural forms with "other"'
  const places = placesIn(formsOf(english[key])?.at(-1) ?? '')
  const wrong = forms.find((form) => placesIn(form) !== places)
  return wrong === undefined ? null : `must have the places ${places || '(none)'}, like the English sentence`
}

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(english, key)
}

const categories: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'few', 'many', 'other'])

/** Returns the forms of a sentence, `other` last; null if it is not a valid sentence. */
function formsOf(message: unknown): readonly string[] | null {
  if (typeof message === 'string') return message === '' ? null : [message]
  if (typeof message !== 'object' || message === null) return null
  const { other, ...further } = message as Exclude<Message, string>
  const forms: readonly unknown[] = [...Object.values(further), other]
  const areForms = Object.keys(message).every((category) => categories.has(category))
  return areForms && forms.every((form) => typeof form === 'string' && form !== '')
    ? (forms as readonly string[])
    : null
}

function placesIn(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(' ')
}
