// The page that asks before a logout that another site might have caused, and the page after a logout without a redirect.
import { html } from 'hono/html'
import type { Person } from '../../contracts/provider-fixture.ts'
import type { ServedProvider } from '../served-provider.ts'
import { monogram, page, providerLine } from './page.ts'
import { localPath } from './paths.ts'
import { personLines } from './person-lines.ts'

export interface SignOutPageOptions {
  readonly id: string
  readonly person: Person | null
  readonly returnUri: string | null
}

export function signOutPage(
  provider: ServedProvider,
  { id, person, returnUri }: SignOutPageOptions,
): Promise<Response> {
  return page({
    title: 'Sign out?',
    provider,
    leavesServer: returnUri !== null,
    body: html`<div class="head">
${providerLine(provider)}
<h1>Sign out of ${provider.name}?</h1>
<p class="lead">An application asked for it.</p>
</div>
<div class="body">
${person && html`<div class="whose">${monogram(person.name, person.key)}${personLines(person)}</div>`}
<div class="stack"><form method="post" action="${localPath(provider)}/sign-out/${id}"><button class="button primary" type="submit">Sign out</button></form></div>
</div>`,
  })
}

export function signedOutPage(provider: ServedProvider): Promise<Response> {
  return page({
    title: 'Signed out',
    provider,
    body: html`<div class="head">
${providerLine(provider)}
<h1>You are signed out of ${provider.name}</h1>
<p class="lead">You can close this page.</p>
</div>`,
  })
}
