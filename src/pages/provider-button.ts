// Providers on a page: the form with one button that names the provider, and the small mark next to an account. The colours are in the
// stylesheet, in a class for each provider, because the Content-Security-Policy forbids inline styles.
import { html, raw } from 'hono/html'
import type { PageLanguage, ProviderButton } from '../contracts/pages.ts'
import type { Brand } from '../contracts/provider.ts'
import { messageParts } from '../languages/speaking/message-text.ts'
import { plainText } from '../web/plain-text.ts'
import type { Markup } from './markup.ts'
import { say } from './say.ts'

/** The message around the provider's name on a button. */
export type ProviderVerb = 'continueWith' | 'confirmWith' | 'addProvider'

/** One form with one button: "Continue with Google". */
export function providerForm(
  language: PageLanguage,
  provider: ProviderButton,
  verb: ProviderVerb = 'continueWith',
): Markup {
  const words = html`${icon(provider.brand)}<span>${namedBy(language, provider, verb)}</span>`
  const classes = `button provider provider-${provider.id}`
  if (provider.isLastUsed) {
    // Next to the button and not in it, so that the button's accessible name is the same at each visit.
    return html`<form method="post" action="${provider.action}" class="marked">${placeField(provider)}<button type="submit" class="${classes}" aria-describedby="last-used">${words}</button><span class="last-used" id="last-used">${say(language, 'lastUsed')}</span></form>`
  }
  return html`<form method="post" action="${provider.action}">${placeField(provider)}<button type="submit" class="${classes}">${words}</button></form>`
}

/** The words around the name have a class of their own: a compact list shows only the name. */
function namedBy(language: PageLanguage, { name }: ProviderButton, verb: ProviderVerb): readonly Markup[] {
  return messageParts(language, verb)
    .filter((part) => part !== '')
    .map((part) =>
      typeof part === 'string' ? html`<span class="verb">${part}</span>` : html`${plainText(name)}`,
    )
}

/** The field for the person's shop or instance. Its label wraps it, because several such forms may be on one page. */
function placeField({ placeField: field }: ProviderButton): Markup | null {
  if (field === null) return null
  return html`<label class="field"><span>${plainText(field.label)}</span><input type="text" name="${field.name}" required maxlength="200" autocapitalize="none" autocorrect="off" spellcheck="false" autocomplete="on" dir="auto"${field.example !== null && html` placeholder="${plainText(field.example)}"`}></label>`
}

/** More than this many buttons in one column are too many: then only the first few stay large. */
const MOST_LARGE = 6
const LARGE_BEFORE_COMPACT = 4

/** A list of such forms, in the order that the application gave. In a long list, all but the first few become compact. */
export function providerList(
  language: PageLanguage,
  providers: readonly ProviderButton[],
  verb?: ProviderVerb,
): Markup {
  if (providers.length > MOST_LARGE) {
    return html`${providerList(language, providers.slice(0, LARGE_BEFORE_COMPACT), verb)}
<ul class="providers compact" role="list">
${providers.slice(LARGE_BEFORE_COMPACT).map((provider) => html`<li>${providerForm(language, provider, verb)}</li>\n`)}</ul>`
  }
  return html`<ul class="providers" role="list">
${providers.map((provider) => html`<li>${providerForm(language, provider, verb)}</li>\n`)}</ul>`
}

/** The provider's icon on a neutral background. */
export function providerMark(brand: Brand): Markup {
  return html`<span class="mark">${icon(brand)}</span>`
}

// Decorative: the provider's name is always next to it.
function icon(brand: Brand): Markup {
  return html`<span class="icon" aria-hidden="true">${raw(brand.icon)}</span>`
}
