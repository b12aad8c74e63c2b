// What all pages have around them, and the headers with which each is sent.
import type { PageFrame, ProviderButton } from '../../contracts/pages.ts'
import type { Provider } from '../../contracts/provider.ts'
import { page } from '../../web/responses.ts'
import { type Parts, pathTo, type Visit } from './parts.ts'

export function frameOf(parts: Parts): PageFrame {
  return {
    siteName: parts.settings.siteName,
    homeHref: '/',
    stylesheetHref: pathTo(parts, '/latchkey.css', { v: parts.stylesheet.version }),
    developmentNotice: parts.developmentNotice,
  }
}

export function answerPage(
  visit: Visit,
  html: string,
  options: {
    readonly status?: number
    readonly setCookies?: readonly string[]
    readonly headers?: Record<string, string>
  } = {},
): Response {
  return page(html, { ...options, allowLoopbackForms: visit.allowLoopbackForms })
}

export function buttonOf(provider: Provider, action: string): ProviderButton {
  return { id: provider.id, name: provider.name, brand: provider.brand, action }
}
