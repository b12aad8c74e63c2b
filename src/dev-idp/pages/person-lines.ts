// Shows a person in two lines: the name, and the e-mail address with a note if it is missing or not verified.
import { html } from 'hono/html'
import type { Person } from '../../contracts/provider-fixture.ts'
import type { Markup } from './page.ts'

export function personLines(person: Person): Markup {
  return html`<span class="who"><b dir="auto">${person.name}</b><small>${emailLine(person)}</small></span>`
}

function emailLine({ email, emailVerified }: Person): string {
  if (email === null) return 'No e-mail address'
  return emailVerified ? email : `Not verified: ${email}`
}
