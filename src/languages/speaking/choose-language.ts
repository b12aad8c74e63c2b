// Which of the languages at hand a reader gets: RFC 9110 §12.5.4 (Accept-Language), matched by language, script and region with
// the platform's knowledge of likely subtags (Unicode TR 35 §4.3), so that `zh-TW` finds traditional characters.

/** A language at hand, and how its reader writes dates and numbers. */
export interface LanguageChoice {
  readonly tag: string
  readonly locale: string
}

const MOST_CHARACTERS = 500
const MOST_RANGES = 20

/** Written Norwegian: readers of both forms get Bokmål. */
const aliases: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' }

/** The tags of an `Accept-Language` header, the best first. Tags with weight 0, `*` and what cannot be read are left out. */
export function acceptedLanguages(header: string | null): readonly string[] {
  const ranges = (header ?? '').slice(0, MOST_CHARACTERS).split(',').slice(0, MOST_RANGES).map(readRange)
  return ranges
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag)
}

/** The first wanted language that is at hand; null where none is. */
export function chooseLanguage(
  wanted: readonly string[],
  available: readonly string[],
): LanguageChoice | null {
  for (const tag of wanted) {
    const choice = matchLanguage(tag, available)
    if (choice) return choice
  }
  return null
}

/** The language at hand for this tag: the same region if there is one, else the same language in the same script. */
export function matchLanguage(tag: string, available: readonly string[]): LanguageChoice | null {
  const wanted = likely(tag)
  if (!wanted) return null
  const candidates = available.filter((each) => {
    const { language, script } = likely(each) ?? {}
    return language === wanted.language && script === wanted.script
  })
  const found = candidates.find((each) => likely(each)?.region === wanted.region) ?? candidates[0]
  return found === undefined ? null : { tag: found, locale: formatLocale(tag, found) }
}

/** `pt-br` as `pt-BR`; null for what is no language tag (RFC 5646). */
export function canonicalTag(tag: string): string | null {
  return readLocale(tag)?.baseName ?? null
}

/** Whether its script is written from right to left. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(likely(tag)?.script ?? '') ? 'rtl' : 'ltr'
}

const rightToLeft: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

function readRange(text: string): { readonly tag: string; readonly weight: number } {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim())
  const quality = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2)
  const weight = quality === undefined ? 1 : Number(quality)
  return { tag, weight: Number.isFinite(weight) ? weight : 0 }
}

function likely(tag: string): Intl.Locale | null {
  const locale = readLocale(tag)
  if (!locale) return null
  const alias = aliases[locale.language]
  return (alias === undefined ? locale : new Intl.Locale(alias)).maximize()
}

function readLocale(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag.slice(0, 40))
  } catch {
    return null
  }
}

/** The reader's own region where it is known. English without a region is written as in most countries: the day first. */
function formatLocale(wanted: string, found: string): string {
  const own = readLocale(wanted)
  const locale = own && own.language === readLocale(found)?.language ? own.baseName : found
  return locale === 'en' ? 'en-GB' : locale
}
