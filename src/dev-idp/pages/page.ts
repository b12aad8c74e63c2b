// The frame of all pages: the striped banner, one card, and headers that allow no script except the page's own. All pages work
// without scripts.
import { html, raw } from 'hono/html'
import type { ServedProvider } from '../served-provider.ts'
import { hashOf, style, styleHash } from './style.ts'

export type Markup = ReturnType<typeof html>

export interface PageOptions {
  readonly title: string
  /** The provider whose page it is. `null` for a page of the server. */
  readonly provider: Pick<ServedProvider, 'name' | 'id'> | null
  readonly body: Markup
  readonly status?: number
  /** Whether a form of the page eventually leads to the application. Default: false. */
  readonly leavesServer?: boolean
  /** A script at the end of the page. Default: none. */
  readonly script?: string
}

const banner =
  'Local identity provider — development only. No password is checked here; it cannot run in production.'

export async function page(options: PageOptions): Promise<Response> {
  const { title, provider, body, status = 200, script } = options
  const markup = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Local ${provider?.name ?? 'identity provider'}</title>
<style>${raw(style)}</style>
</head>
<body>
<aside class="banner" aria-label="About this page"><p>${banner}</p></aside>
<main>
<div class="card">
${body}
</div>
</main>
${script && raw(`<script>${script}</script>\n`)}</body>
</html>`
  return new Response(markup.toString(), { status, headers: headers(options) })
}

/** The first line of a card: names the provider, and says that this is a stand-in. */
export function providerLine(provider: Pick<ServedProvider, 'name' | 'id'>): Markup {
  return html`<p class="provider">${monogram(provider.name, provider.id)} Local stand-in for ${provider.name}</p>`
}

/** A coloured disc with initials. The colour follows from `seed`. */
export function monogram(name: string, seed: string): Markup {
  const hue = [...seed].reduce((sum, letter) => (sum * 137 + (letter.codePointAt(0) ?? 0) * 59) % 360, 7)
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  // Initials of two different scripts would not be readable together.
  const isLatin = words.length > 1 && words.every((word) => /^\p{Script=Latin}/u.test(word))
  const ends = isLatin ? [words[0], words.at(-1)] : words.slice(0, 1)
  const initials = ends.map((word) => [...(word ?? '')][0] ?? '').join('')
  return html`<svg viewBox="0 0 40 40" aria-hidden="true" focusable="false"><circle cx="20" cy="20" r="20" fill="hsl(${hue} 45% 36%)"/><text x="20" y="20" dy=".35em" text-anchor="middle" fill="#fff" font-size="16" font-weight="600">${initials}</text></svg>`
}

/** The application's host and port, by which a person knows it. */
export function applicationName(redirectUri: string): string {
  return new URL(redirectUri).host
}

function headers({ leavesServer = false, script }: PageOptions): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `style-src ${styleHash}`,
    ...(script === undefined ? [] : [`script-src '${hashOf(script)}'`]),
    // Chromium checks every redirect after a form submission against form-action, and the application may redirect to another
    // origin, which only the application knows, as with a real provider.
    ...(leavesServer ? [] : ["form-action 'self'"]),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'strict-origin',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
  }
}
