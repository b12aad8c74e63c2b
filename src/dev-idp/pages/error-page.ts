// Shows developers what is wrong with a request.
import { html } from 'hono/html'
import { PageError } from '../protocol-error.ts'
import type { ServedProvider } from '../served-provider.ts'
import { page, providerLine } from './page.ts'

export function errorPage(provider: ServedProvider | null, error: PageError): Promise<Response> {
  return page({
    title: error.message,
    provider,
    status: error.status,
    body: html`<div class="head">
${provider && providerLine(provider)}
<h1>${error.message}</h1>
<p class="lead">${error.remedy}</p>
</div>
${
  error.facts.length > 0 &&
  html`<div class="body"><dl>${error.facts.map(([name, value]) => html`<dt>${name}</dt><dd class="mono">${value}</dd>`)}</dl></div>`
}`,
  })
}

/** The page for addresses without a route. */
export function nothingHerePage(provider: ServedProvider | null): Promise<Response> {
  return errorPage(
    provider,
    new PageError('There is nothing at this address.', {
      status: 404,
      remedy: 'Paths are the real provider’s, below the base URL that the local identity provider gave out.',
    }),
  )
}
