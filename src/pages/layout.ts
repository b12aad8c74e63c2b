// The document around every page: head, the way home, one main landmark. Markup is escaped by `hono/html`; nothing in
// it needs a script or an inline style, so that the Content-Security-Policy can forbid both.
import { html } from 'hono/html'
import type { MaybePromise } from '../contracts/maybe-promise.ts'
import { whenReady } from '../contracts/maybe-promise.ts'
import type { PageFrame } from '../contracts/pages.ts'
import { plainText } from '../web/plain-text.ts'

/** Escaped HTML, as the template makes it. */
export type Markup = ReturnType<typeof html>

export interface Document {
  readonly frame: PageFrame
  readonly title: string
  readonly body: Markup
  /** `wide` for lists; a narrow column otherwise. */
  readonly width?: 'narrow' | 'wide' | undefined
}

/** A whole HTML document. */
export function layout({ frame, title, body, width = 'narrow' }: Document): MaybePromise<string> {
  const site = frame.siteName === null ? null : plainText(frame.siteName)
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${site === null ? title : `${title} · ${site}`}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${frame.stylesheetHref}">
</head>
<body class="${width}">
${frame.developmentNotice !== null && html`<p class="development-notice" role="note">${plainText(frame.developmentNotice, 300)}</p>`}
<header>
<a class="home" href="${frame.homeHref}">${site === null ? 'Home' : html`<bdi>${site}</bdi>`}</a>
</header>
<main>
${body}
</main>
</body>
</html>
`
  return whenReady<Markup, string>(document, String)
}

/** Text from outside that must not turn the direction of the text around it. */
export function fromOutside(text: string): Markup {
  return html`<bdi>${plainText(text)}</bdi>`
}

/** A sentence that stands out above the page's content. */
export function notice(text: string | null): Markup | null {
  return text === null ? null : html`<p class="notice" role="status">${plainText(text, 300)}</p>`
}
