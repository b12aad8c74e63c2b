// The page that asks for consent. Its first form allows, a separate form refuses.
import { html } from 'hono/html'
import type { Person } from '../../contracts/provider-fixture.ts'
import type { Interaction } from '../interactions.ts'
import type { ServedProvider } from '../served-provider.ts'
import { armedFault } from './chooser-page.ts'
import { applicationName, type Markup, monogram, page, providerLine } from './page.ts'
import { signInPath } from './paths.ts'
import { personLines } from './person-lines.ts'

/** OpenID Connect Core §5.4, §11. Any other scope is shown only by its name. */
const meanings: Readonly<Record<string, string>> = {
  openid: 'Recognise you',
  profile: 'See your name and picture',
  email: 'See your e-mail address',
  offline_access: 'Stay connected while you are away',
}

export function consentPage(
  provider: ServedProvider,
  interaction: Interaction,
  person: Person,
): Promise<Response> {
  const { request } = interaction
  const path = signInPath(provider, interaction)
  const application = applicationName(request.redirectUri)
  return page({
    title: `Allow ${application}?`,
    provider,
    leavesServer: true,
    body: html`<div class="head">
${providerLine(provider)}
<h1>Allow ${application} to sign you in?</h1>
</div>
${armedFault(interaction.fault)}
<div class="body">
<div class="whose">${monogram(person.name, person.key)}${personLines(person)}</div>
<ul class="scopes" aria-label="What it may do">
${request.scopes.map((scope) => html`<li>${meaning(scope)}</li>`)}
</ul>
<div class="actions">
<form method="post" action="${path}/allow"><button class="button primary" type="submit">Allow</button></form>
<form method="post" action="${path}/deny"><button class="button" type="submit">Deny</button></form>
</div>
</div>
<details class="more"><summary>The request</summary><div><dl>
${facts(provider, interaction).map(([name, value]) => html`<dt>${name}</dt><dd class="mono">${value}</dd>`)}
</dl></div></details>`,
  })
}

function meaning(scope: string): Markup {
  const words = Object.hasOwn(meanings, scope) ? meanings[scope] : undefined
  return words ? html`${words} <code>${scope}</code>` : html`<code>${scope}</code>`
}

function facts(provider: ServedProvider, { request }: Interaction): readonly (readonly [string, string])[] {
  const optional: readonly (readonly [string, string | null])[] = [
    ['prompt', [...request.prompt].join(' ') || null],
    ['max_age', request.maxAgeSeconds === null ? null : String(request.maxAgeSeconds)],
    ['acr_values (first)', request.acr],
    ['login_hint', request.loginHint],
  ]
  return [
    ['client_id', provider.clientId],
    ['redirect_uri', request.redirectUri],
    ['response_mode', request.responseMode],
    ...optional.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
  ]
}
