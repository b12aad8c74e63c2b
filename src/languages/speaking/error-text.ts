// The sentence of an error for the person, in their language. The application's own sentences are not translated.
import type { PageLanguage } from '../../contracts/pages.ts'
import type { LatchkeyError } from '../../errors.ts'
import { messageText } from './message-text.ts'

export function errorText(language: PageLanguage, { sentence, forPerson }: LatchkeyError): string {
  return sentence === null ? forPerson : messageText(language, sentence.name, sentence.values)
}
