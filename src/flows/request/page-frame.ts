// The frame of all pages, and the headers of their responses.
import type { PageFrame, ProviderButton } from '../../contracts/pages.ts'
import type { Provider } from '../../contracts/provider.ts'
import { page } from '../../web/responses.ts'
import { placeFieldOf } from '../sign-in/login-place.ts'
import { type Parts, pathTo, providersIfKnown, type Visit } from './parts.ts'
import { sizedBrand } from './sized-brand.ts'

export async function frameOf(parts: Parts, visit: Visit): Promise<PageFrame> {
  const providers = await providersIfKnown(visit)
  return {
    language: await visit.language(),
    siteName: parts.settings.siteName,
    homeHref: '/',
    logo: parts.settings.theme.logo,
    scheme: parts.settings.theme.scheme,
    stylesheetHref: pathTo(parts, '/latchkey.css', { v: parts.stylesheetFor(providers).version }),
    developmentNotice: noticeFor(parts, providers),
  }
}

/** Returns the notice that providers are emulated locally; null if none are. */
function noticeFor(parts: Parts, providers: readonly Provider[]): string | null {
  const names = providers.filter(({ id }) => parts.providers.isLocal(id)).map(({ name }) => name)
  if (names.length === 0) return null
  return `Development: the local identity provider stands in for ${new Intl.ListFormat('en').format(names)}.`
}

export async function answerPage(
  visit: Visit,
  html: string,
  options: {
    readonly status?: number
    readonly setCookies?: readonly string[]
    readonly headers?: Record<string, string>
    readonly formTargets?: readonly string[]
  } = {},
): Promise<Response> {
  const providers = await providersIfKnown(visit)
  // A form may redirect to a provider on plain loopback http, which the Content-Security-Policy must allow.
  const allowLoopbackForms =
    visit.place.isLoopback || providers.some(({ issuer }) => issuer.startsWith('http:'))
  const { tag: language } = await visit.language()
  return page(html, { ...options, allowLoopbackForms, language })
}

export function buttonOf(provider: Provider, action: string, isLastUsed = false): ProviderButton {
  return {
    id: provider.id,
    name: provider.name,
    brand: sizedBrand(provider.brand),
    action,
    placeField: placeFieldOf(provider),
    isLastUsed,
  }
}
