// For the developer, in development only: what the code means, what happened in this case, and the values to register.
import { html } from 'hono/html'
import type { ErrorView } from '../contracts/pages.ts'
import { plainText } from '../web/plain-text.ts'
import type { Markup } from './markup.ts'

type Developer = NonNullable<ErrorView['developer']>

export function developerPanel(code: string, developer: Developer): Markup {
  const { detail, causes, values } = developer
  return html`<section class="developer" aria-labelledby="developer" lang="en" dir="ltr">
<p class="developer-scope">Development only</p>
<h2 id="developer">For the developer</h2>
<p><code>${plainText(code)}</code></p>
${causeOrExplanation(developer)}
${detail !== null && html`<h3>This time</h3>\n<p class="developer-detail"><code>${plainText(detail, 2000)}</code></p>`}
${causes.length > 0 && html`<h3>Causes</h3>\n<ul>\n${causes.map((cause) => html`<li>${plainText(cause, 1000)}</li>\n`)}</ul>`}
${values.length > 0 && html`<h3>Register exactly</h3>\n<dl>\n${values.map(valueToRegister)}</dl>`}
${linksOf(developer)}
</section>`
}

function valueToRegister({ label, value }: Developer['values'][number]): Markup {
  return html`<div><dt>${plainText(label)}</dt><dd><code>${plainText(value, 2000)}</code></dd></div>\n`
}

/** A known cause is shown first, because it says more than the general meaning of the code. */
function causeOrExplanation({ cause, explanation }: Developer): Markup {
  if (cause === null) return html`<p>${plainText(explanation, 2000)}</p>`
  return html`<p>${plainText(cause.sentence, 2000)}</p>
<p>${plainText(cause.remedy, 2000)}</p>
<details>
<summary>What this code means in general</summary>
<p>${plainText(explanation, 2000)}</p>
</details>`
}

function linksOf({ consoleUrl, inspectHref }: Developer): Markup | null {
  // A provider's configuration may come from a database: an address that would run a script must not become a link.
  const isLink = consoleUrl !== null && /^https?:\/\//i.test(consoleUrl)
  if (!isLink && inspectHref === null) return null
  return html`<p class="developer-links">
${inspectHref !== null && html`<a href="${inspectHref}">See this sign-in step by step</a>\n`}${isLink && html`<a href="${consoleUrl}" rel="noreferrer">Open the provider’s console</a>`}</p>`
}
