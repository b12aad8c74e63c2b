// The page that shows who is signed in at this provider in this browser, with buttons to sign out.
import { html } from 'hono/html'
import type { Person } from '../../contracts/provider-fixture.ts'
import type { BrowserSession } from '../browser-sessions.ts'
import type { ServedProvider } from '../served-provider.ts'
import { type Markup, monogram, page, providerLine } from './page.ts'
import { localPath } from './paths.ts'
import { personLines } from './person-lines.ts'

export interface SignedIn {
  readonly person: Person
  readonly session: BrowserSession
}

export function accountPage(provider: ServedProvider, signedIn: SignedIn | null): Promise<Response> {
  return page({
    title: 'Account',
    provider,
    body: html`<div class="head">
${providerLine(provider)}
<h1>${signedIn ? `Signed in at ${provider.name}` : `Not signed in at ${provider.name}`}</h1>
${!signedIn && html`<p class="lead">Start from an application.</p>`}
</div>
${signedIn && whileSignedIn(provider, signedIn)}`,
  })
}

function whileSignedIn(provider: ServedProvider, { person, session }: SignedIn): Markup {
  const path = `${localPath(provider)}/account`
  return html`<div class="body">
<div class="whose">${monogram(person.name, person.key)}${personLines(person)}</div>
<div class="stack">
<form method="post" action="${path}/sign-out"><button class="button" type="submit">Sign out here</button></form>
<form method="post" action="${path}/sign-out-everywhere"><button class="button" type="submit">Sign out everywhere</button></form>
</div>
<p class="fine">Since ${new Date(session.authenticatedAt).toUTCString()}. ${logoutNote(provider)}</p>
</div>`
}

function logoutNote({ backchannelLogoutUri }: ServedProvider): string {
  return backchannelLogoutUri === null
    ? 'The application is not notified: it registered no back-channel logout.'
    : `The application is notified at ${backchannelLogoutUri}.`
}
