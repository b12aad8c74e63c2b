// The languages of one application: chosen for each request, and loaded one by one at their first use. Failures fall back to
// English, since a page in English is better than none.
import { loadOnce } from '../../contracts/load-once.ts'
import type { MaybePromise } from '../../contracts/maybe-promise.ts'
import type { PageLanguage } from '../../contracts/pages.ts'
import { errorSentences, type SentenceName } from '../../errors.ts'
import { messages as english, type MessageKey, type Messages, type Translation } from '../en.ts'
import { messageFault, translationFaults } from './check-translation.ts'
import { acceptedLanguages, chooseLanguage, directionOf, type LanguageChoice } from './choose-language.ts'

/** Sentences of a language, or a function that loads them; it may return a module that exports `messages`. */
export type TranslationSource =
  | Translation
  | (() => MaybePromise<Translation | { readonly messages: Translation }>)

/** The languages that come with Latchkey, by tag, each loaded separately. */
export type BuiltInLanguages = Readonly<Record<string, () => Promise<{ readonly messages: Translation }>>>

export interface LanguageSettings {
  /** The application's choice; null leaves it to the reader's browser. */
  readonly language: string | ((request: Request) => MaybePromise<string | null | undefined>) | null
  /** Tags of the languages of the pages; the first is used if the reader accepts none. */
  readonly languages: readonly string[]
  /** The application's own sentences, by tag. */
  readonly messages: ReadonlyMap<string, TranslationSource>
}

export interface Languages {
  /** Returns the language for this request. Never rejects. */
  readonly of: (request: Request) => Promise<PageLanguage>
}

export function createLanguages(
  { language, languages, messages: own }: LanguageSettings,
  builtIn: BuiltInLanguages,
  onFault: (detail: string, error?: unknown) => void,
): Languages {
  const loaders = new Map<string, () => Promise<Messages>>()

  function loaderOf(tag: string): () => Promise<Messages> {
    const known = loaders.get(tag)
    if (known) return known
    const loader = loadOnce(() => loadMessages(tag, { builtIn, own, onFault }))
    loaders.set(tag, loader)
    return loader
  }

  async function ownChoice(request: Request): Promise<LanguageChoice | null> {
    if (language === null) return null
    try {
      const tag = typeof language === 'string' ? language : await language(request)
      return typeof tag === 'string' ? chooseLanguage([tag], languages) : null
    } catch (error) {
      onFault('The option language threw.', error)
      return null
    }
  }

  return {
    async of(request) {
      const choice =
        (await ownChoice(request)) ??
        chooseLanguage(acceptedLanguages(request.headers.get('accept-language')), languages) ??
        chooseLanguage(languages, languages) ??
        ENGLISH
      try {
        return { ...choice, direction: directionOf(choice.tag), messages: await loaderOf(choice.tag)() }
      } catch (error) {
        onFault(`The sentences of ${choice.tag} could not be loaded.`, error)
        return { ...ENGLISH, direction: 'ltr', messages: english }
      }
    },
  }
}

const ENGLISH: LanguageChoice = { tag: 'en', locale: 'en-GB' }

interface Sources {
  readonly builtIn: BuiltInLanguages
  readonly own: LanguageSettings['messages']
  readonly onFault: (detail: string) => void
}

/** Merges English, the language, and the application's own sentences; later ones take precedence. */
async function loadMessages(tag: string, { builtIn, own, onFault }: Sources): Promise<Messages> {
  const load = builtIn[tag]
  const source = own.get(tag)
  const loaded = typeof source === 'function' ? await source() : source
  const ownMessages = loaded && 'messages' in loaded ? loaded.messages : loaded
  if (typeof source === 'function') {
    for (const fault of translationFaults(ownMessages)) onFault(`messages.${tag}: ${fault}.`)
  }
  return completeMessages((await load?.())?.messages, ownMessages)
}

/** Returns all sentences: from `own`, otherwise from `translation`, otherwise in English. Invalid ones of `own` are ignored. */
export function completeMessages(translation: Translation = {}, own: Translation = {}): Messages {
  const sound = Object.entries(own).filter(([key, message]) => messageFault(key, message) === null)
  return Object.freeze({
    ...english,
    ...translation,
    ...sharedSentences(translation),
    ...Object.fromEntries(sound),
  })
}

/** Errors with the same English sentence share a translation, under the name of the first such error. */
function sharedSentences(translation: Translation): Translation {
  const first = new Map<string, SentenceName>()
  const shared: Partial<Record<MessageKey, Messages[MessageKey]>> = {}
  for (const [name, sentence] of Object.entries(errorSentences) as readonly [SentenceName, string][]) {
    const message = translation[name] ?? translation[first.get(sentence) ?? name]
    if (!first.has(sentence)) first.set(sentence, name)
    if (message !== undefined) shared[name] = message
  }
  return shared
}
