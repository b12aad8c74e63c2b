// Chooses one of the available languages for a reader: RFC 9110 §12.5.4 (Accept-Language), matched by language, script and
// region with the platform's likely subtags (Unicode TR 35 §4.3), so that `zh-TW` matches traditional characters.

/** An available language, and the locale for dates and numbers. */
export interface LanguageChoice {
  readonly tag: string
  readonly locale: string
}

const MOST_CHARACTERS = 500
const MOST_RANGES = 20

/** Readers of either form of written Norwegian get Bokmål. */
const aliases: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' }

/** Returns the tags of an `Accept-Language` header, in order of preference, without `*`, invalid tags and those with weight 0. */
export function acceptedLanguages(header: string | null): readonly string[] {
  const ranges = (header ?? '').slice(0, MOST_CHARACTERS).split(',').slice(0, MOST_RANGES).map(readRange)
  return ranges
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag)
}

/** Returns the first wanted language that is available; null if none is. */
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

/** Returns the available language for this tag: with the same region if possible, otherwise the same language and script. */
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

/** Returns `pt-BR` for `pt-br`; null if it is not a language tag (RFC 5646). */
export function canonicalTag(tag: string): string | null {
  return readLocale(tag)?.baseName ?? null
}

/** The direction of the tag's script. */
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

/** Uses the reader's region if it is known. English without a region puts the day before the month, as in most countries. */
function formatLocale(wanted: string, found: string): string {
  const own = readLocale(wanted)
  const locale = own && own.language === readLocale(found)?.language ? own.baseName : found
  return locale === 'en' ? 'en-GB' : locale
}
