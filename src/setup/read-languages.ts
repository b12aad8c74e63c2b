// Checks the languages of the pages at start, so that a tag without sentences, or an unknown sentence, is reported before a
// person signs in.
import { LatchkeyError } from '../errors.ts'
import { translationFaults } from '../languages/speaking/check-translation.ts'
import { canonicalTag, matchLanguage } from '../languages/speaking/choose-language.ts'
import type { LanguageSettings, TranslationSource } from '../languages/speaking/create-languages.ts'

interface LanguageOptions {
  readonly language?: LanguageSettings['language'] | undefined
  readonly languages?: readonly string[] | undefined
  readonly messages?: Readonly<Record<string, TranslationSource>> | undefined
}

/** `atHand` contains the tags of the built-in languages. Throws `config_option_invalid`. */
export function readLanguages(
  { language = null, languages, messages = {} }: LanguageOptions,
  atHand: readonly string[],
): LanguageSettings {
  const own = new Map(Object.entries(messages).map(([tag, source]) => [readTag(tag), source] as const))
  for (const [tag, source] of own) {
    if (typeof source === 'function') continue
    const [fault] = translationFaults(source)
    if (fault !== undefined) throw invalid(`messages.${tag}: ${fault}.`)
  }
  const all = [...new Set([...atHand, ...own.keys()])]
  if (languages !== undefined && (!Array.isArray(languages) || languages.length === 0)) {
    throw invalid('languages must name at least one language, such as ["de", "en"].')
  }
  const spoken = languages === undefined ? all : languages.map((tag) => findTag('languages', tag, all))
  if (typeof language === 'string') findTag('language', language, spoken)
  else if (language !== null && typeof language !== 'function') {
    throw invalid('language must be a tag such as "de", or a function of the request.')
  }
  return { language, languages: spoken, messages: own }
}

function readTag(tag: string): string {
  const canonical = canonicalTag(tag)
  if (canonical !== null) return canonical
  throw invalid(`messages: ${JSON.stringify(tag.slice(0, 40))} is no language tag, such as "de" or "pt-BR".`)
}

function findTag(option: string, tag: unknown, all: readonly string[]): string {
  const found = typeof tag === 'string' ? matchLanguage(tag, all) : null
  if (found) return found.tag
  throw invalid(
    `${option}: ${JSON.stringify(tag)?.slice(0, 40)} is not at hand. At hand: ${all.join(', ')}. Further languages come by messages (docs/languages.md).`,
  )
}

function invalid(detail: string): LatchkeyError {
  return new LatchkeyError('config_option_invalid', { detail })
}
