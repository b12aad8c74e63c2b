// The start page, which explains what this server is.
import { html } from 'hono/html'
import type { Person } from '../../contracts/provider-fixture.ts'
import type { ServedProvider } from '../served-provider.ts'
import { monogram, page } from './page.ts'
import { localPath } from './paths.ts'
import { personLines } from './person-lines.ts'

export function indexPage(
  providers: readonly ServedProvider[],
  people: readonly Person[],
): Promise<Response> {
  return page({
    title: 'What this is',
    provider: null,
    body: html`<div class="head">
<h1>Local identity provider</h1>
<p class="lead">It stands in for providers that have no credentials yet, so that sign-in works by the real protocol. Start from the application.</p>
</div>
<div class="body">
<h2>Stands in for</h2>
<ul class="served">
${providers.map(
  (provider) =>
    html`<li><b>${provider.name}</b><span class="mono">${provider.issuer}</span><br><a href="${localPath(provider)}/account">Who is signed in</a></li>`,
)}
</ul>
</div>
<ul class="people">
${people.map((person) => html`<li><div class="person static">${monogram(person.name, person.key)}${personLines(person)}</div></li>`)}
</ul>`,
  })
}
