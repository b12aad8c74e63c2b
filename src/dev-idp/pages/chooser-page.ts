// The page to choose who signs in: one form per person, first the one that the application suggests or who is already signed in.
// Below them: faults to try, adding a new person, and cancelling.
import { html } from 'hono/html'
import type { Person } from '../../contracts/provider-fixture.ts'
import type { BrowserSession } from '../browser-sessions.ts'
import { type Fault, faults, faultsForSignIn } from '../faults.ts'
import type { Interaction } from '../interactions.ts'
import type { PersonForm } from '../people-directory.ts'
import type { ServedProvider } from '../served-provider.ts'
import { applicationName, type Markup, monogram, page, providerLine } from './page.ts'
import { signInPath } from './paths.ts'
import { personLines } from './person-lines.ts'

export interface ChooserOptions {
  /** The session of the person who is already signed in, or null. */
  readonly session: BrowserSession | null
  /** What was typed into the form. `mistake`: what is wrong with it. */
  readonly entered?: PersonForm
  readonly mistake?: string
}

export function chooserPage(
  provider: ServedProvider,
  interaction: Interaction,
  options: ChooserOptions,
): Promise<Response> {
  const { request } = interaction
  const path = signInPath(provider, interaction)
  return page({
    title: 'Choose who signs in',
    provider,
    status: options.mistake ? 400 : 200,
    leavesServer: true,
    body: html`<div class="head">
${providerLine(provider)}
<h1>Choose who signs in</h1>
<p class="lead">to continue to <strong>${applicationName(request.redirectUri)}</strong></p>
</div>
${armedFault(interaction.fault)}
<ul class="people">
${inOrder(provider, interaction, options.session).map(
  ({ person, tag }) =>
    html`<li><form method="post" action="${path}/choose"><input type="hidden" name="person" value="${person.key}"><button class="person" type="submit">${monogram(person.name, person.key)}${personLines(person)}${tag && html`<span class="tag">${tag}</span>`}</button></form></li>`,
)}
</ul>
${faultChoice(provider, path, interaction.fault)}
${newPerson(path, options)}
<form method="post" action="${path}/deny"><button class="quiet" type="submit">Cancel and go back</button></form>`,
  })
}

interface Row {
  readonly person: Person
  readonly tag: string | null
}

function inOrder(provider: ServedProvider, { request }: Interaction, session: BrowserSession | null): Row[] {
  const { people } = provider
  const hinted = request.loginHint === null ? null : people.findByHint(request.loginHint)
  const signedIn = session && people.find(session.personKey)
  const rows = people.list().map((person) => {
    if (person === hinted) return { person, tag: 'Suggested', rank: 0 }
    if (person === signedIn) return { person, tag: 'Signed in', rank: 1 }
    return { person, tag: null, rank: 2 }
  })
  return rows.sort((one, other) => one.rank - other.rank)
}

/** Shows the fault that is set for this sign-in. */
export function armedFault(fault: Fault | null): Markup | null {
  if (fault === null) return null
  const { label, effect } = faults[fault]
  return html`<p class="armed" role="status"><strong>What if: ${label}</strong> ${effect}</p>`
}

function faultChoice(provider: ServedProvider, path: string, chosen: Fault | null): Markup {
  const option = (name: Fault | '', label: string, effect: string): Markup =>
    html`<label><input type="radio" name="fault" value="${name}"${(chosen ?? '') === name ? html` checked` : ''}><span>${label}</span><small>${effect}</small></label>`
  return html`<details class="more"><summary>What if…</summary><div><form method="post" action="${path}/fault">
<fieldset class="faults"><legend>See what the application does when this happens:</legend>
${option('', 'Nothing goes wrong', 'The provider keeps to the rules.')}
${faultsForSignIn(provider.protocol).map((name) => option(name, faults[name].label, faults[name].effect))}
</fieldset>
<button class="button" type="submit">Set it for this sign-in</button>
</form></div></details>`
}

function newPerson(path: string, { entered, mistake }: ChooserOptions): Markup {
  return html`<details class="more"${mistake ? html` open` : ''}><summary>Another person</summary><div><form method="post" action="${path}/people">
${mistake && html`<p class="mistake" role="alert">${mistake}</p>`}
<label class="field">Name<input name="name" required maxlength="100" autocomplete="off" value="${entered?.name ?? ''}"></label>
<label class="field">E-mail address <span>(optional)</span><input name="email" type="email" maxlength="254" autocomplete="off" value="${entered?.email ?? ''}"></label>
<button class="button" type="submit">Add and continue</button>
</form></div></details>`
}
