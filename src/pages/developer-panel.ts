// For the developer, in development only: what the code means, what happened this time, and the values to register.
import { html } from 'hono/html'
import type { ErrorView } from '../contracts/pages.ts'
import { plainText } from '../web/plain-text.ts'
import type { Markup } from './markup.ts'

type Developer = NonNullable<ErrorView['developer']>

export function developerPanel(code: string, developer: Developer): Markup {
  const { explanation, detail, causes, values } = developer
  return html`<section class="developer" aria-labelledby="developer" lang="en" dir="ltr">
<p class="developer-scope">Development only</p>
<h2 id="developer">For the developer</h2>
<p><code>${plainText(code)}</code></p>
<p>${plainText(explanation, 2000)}</p>
${detail !== null && html`<h3>This time</h3>\n<p class="developer-detail"><code>${plainText(detail, 2000)}</code></p>`}
${causes.length > 0 && html`<h3>Causes</h3>\n<ul>\n${causes.map((cause) => html`<li>${plainText(cause, 1000)}</li>\n`)}</ul>`}
${values.length > 0 && html`<h3>Register exactly</h3>\n<dl>\n${values.map(valueToRegister)}</dl>`}
${consoleLink(developer)}
</section>`
}

function valueToRegister({ label, value }: Developer['values'][number]): Markup {
  return html`<div><dt>${plainText(label)}</dt><dd><code>${plainText(value, 2000)}</code></dd></div>\n`
}

function consoleLink({ consoleUrl }: Developer): Markup | null {
  // A provider may be configured out of a database: an address that runs a script is not one to follow.
  if (consoleUrl === null || !/^https?:\/\//i.test(consoleUrl)) return null
  return html`<p class="developer-links"><a href="${consoleUrl}" rel="noreferrer">Open the provider’s console</a></p>`
}
