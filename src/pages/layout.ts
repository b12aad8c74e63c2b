// The document around every page: head, a link home, one main landmark. `hono/html` escapes the markup; nothing in it needs a script
// or an inline style, so that the Content-Security-Policy can forbid both.
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import { whenReady } from '../contracts/maybe-promise.ts'
import type { PageFrame } from '../contracts/pages.ts'
import type { ThemeLogo } from '../contracts/theme.ts'
import { messageText } from '../languages/speaking/message-text.ts'
import { plainText } from '../web/plain-text.ts'
import type { Markup } from './markup.ts'
import { say } from './say.ts'

export interface Document {
  readonly frame: PageFrame
  /** Plain text: a title cannot contain markup. */
  readonly title: string
  readonly body: Markup
  /** `wide` for lists; a narrow column otherwise. */
  readonly width?: 'narrow' | 'wide' | undefined
  /** The browser reloads the page after this many seconds. Default: null, never. */
  readonly renewSeconds?: number | null | undefined
}

/** A whole HTML document. */
export function layout({
  frame,
  title,
  body,
  width = 'narrow',
  renewSeconds = null,
}: Document): MaybePromise<string> {
  const { language } = frame
  const site = frame.siteName === null ? null : plainText(frame.siteName)
  const document = html`<!doctype html>
<html lang="${language.tag}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<title>${site === null ? title : `${title} · ${site}`}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="${frame.scheme === 'auto' ? 'light dark' : frame.scheme}">
${renewSeconds !== null && html`<meta http-equiv="refresh" content="${renewSeconds}">\n`}<link rel="stylesheet" href="${frame.stylesheetHref}">
</head>
<body class="${width}">
${frame.developmentNotice !== null && html`<p class="development-notice" role="note" lang="en" dir="ltr">${plainText(frame.developmentNotice, 300)}</p>`}
<header>
<a class="home" href="${frame.homeHref}">${frame.logo === null ? (site === null ? say(language, 'home') : html`<bdi>${site}</bdi>`) : logo(frame.logo, site ?? messageText(language, 'home'), frame.scheme)}</a>
</header>
<main>
${body}
</main>
</body>
</html>
`
  return whenReady<Markup, string>(document, String)
}

/** The alternative text is the site's name. */
function logo({ href, darkHref }: ThemeLogo, name: string, scheme: PageFrame['scheme']): Markup {
  const image = (src: string) => html`<img class="logo" src="${src}" alt="${name}">`
  if (scheme !== 'auto') return image(scheme === 'dark' ? darkHref : href)
  if (darkHref === href) return image(href)
  return html`<picture><source srcset="${darkHref}" media="(prefers-color-scheme: dark)">${image(href)}</picture>`
}

/** A sentence that stands out above the page's content. */
export function notice(text: string | null): Markup | null {
  return text === null ? null : html`<p class="notice" role="status">${plainText(text, 300)}</p>`
}
