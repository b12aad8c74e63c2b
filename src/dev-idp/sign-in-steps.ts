// The pages between an authorization request and its answer: who signs in, and whether they allow it. All work without
// scripts; the first form always continues, and a separate form refuses.
import { answerDenied, answerWithCode, answerWithFault, errorFaults } from './authorization-answer.ts'
import { type Exchange, findParameter, readForm, seeOther } from './exchange.ts'
import { findFault } from './faults.ts'
import type { AuthorizationRequest, Interaction } from './interactions.ts'
import { chooserPage } from './pages/chooser-page.ts'
import { consentPage } from './pages/consent-page.ts'
import { signInPath } from './pages/paths.ts'
import { withPortrait } from './pages/portrait.ts'
import { checkPersonForm, personFromForm } from './people-directory.ts'
import { PageError } from './protocol-error.ts'
import type { ServedProvider } from './served-provider.ts'
import { signIn } from './sign-in.ts'

/** Sends the browser to the pages. */
export function beginSignIn(provider: ServedProvider, request: AuthorizationRequest): Response {
  return seeOther(signInPath(provider, provider.interactions.begin(request)))
}

/** GET: asks who signs in. */
export function showChooser(exchange: Exchange, id: string): Promise<Response> {
  const { provider, request } = exchange
  const interaction = getInteraction(provider, id)
  return chooserPage(provider, interaction, { session: provider.sessions.find(request) })
}

/** POST: a person was chosen. */
export async function choosePerson(exchange: Exchange, id: string): Promise<Response> {
  const { provider } = exchange
  const interaction = getInteraction(provider, id)
  const person = provider.people.find(findParameter(await readForm(exchange), 'person') ?? '')
  if (!person)
    throw new PageError('There is no person of that name.', { remedy: 'Go back and choose again.' })
  interaction.personKey = person.key
  return seeOther(`${signInPath(provider, interaction)}/consent`)
}

/** POST: a new person was entered. */
export async function addPerson(exchange: Exchange, id: string): Promise<Response> {
  const { provider, request } = exchange
  const interaction = getInteraction(provider, id)
  const form = await readForm(exchange)
  const entered = {
    name: findParameter(form, 'name')?.trim() ?? '',
    email: findParameter(form, 'email')?.trim() || null,
  }
  const mistake = checkPersonForm(entered)
  if (mistake) {
    return chooserPage(provider, interaction, { session: provider.sessions.find(request), entered, mistake })
  }
  const person = withPortrait(personFromForm(entered), new URL(provider.issuer).origin)
  provider.addPerson(person)
  interaction.personKey = person.key
  return seeOther(`${signInPath(provider, interaction)}/consent`)
}

/** POST: a fault was chosen. */
export async function chooseFault(exchange: Exchange, id: string): Promise<Response> {
  const { provider } = exchange
  const interaction = getInteraction(provider, id)
  interaction.fault = findFault(findParameter(await readForm(exchange), 'fault') ?? '')
  return seeOther(signInPath(provider, interaction))
}

/** GET: asks the person for consent. */
export function showConsent({ provider }: Exchange, id: string): Promise<Response> | Response {
  const interaction = getInteraction(provider, id)
  const person = provider.people.find(interaction.personKey ?? '')
  return person ? consentPage(provider, interaction, person) : seeOther(signInPath(provider, interaction))
}

/** POST: the person allowed it. */
export async function allow({ provider, request }: Exchange, id: string): Promise<Response> {
  const { interactions, sessions } = provider
  const before = interactions.findAnswer(id, 'allow')
  if (before) return before
  const interaction = getInteraction(provider, id)
  const { personKey, fault, request: wish } = interaction
  if (personKey === null) return seeOther(signInPath(provider, interaction))
  if (fault === 'deny') return interactions.finish(interaction, 'allow', await answerDenied(provider, wish))
  if (fault !== null && errorFaults.includes(fault)) {
    return interactions.finish(interaction, 'allow', await answerWithFault(provider, wish, fault))
  }
  const session = signIn(provider, sessions.find(request), { personKey, request: wish })
  const answer = await answerWithCode(provider, wish, { session, fault })
  return interactions.finish(interaction, 'allow', answer)
}

/** POST: the person refused. */
export async function deny({ provider }: Exchange, id: string): Promise<Response> {
  const { interactions } = provider
  const before = interactions.findAnswer(id, 'deny')
  if (before) return before
  const interaction = getInteraction(provider, id)
  return interactions.finish(interaction, 'deny', await answerDenied(provider, interaction.request))
}

function getInteraction(provider: ServedProvider, id: string): Interaction {
  const interaction = provider.interactions.find(id)
  if (interaction) return interaction
  throw new PageError('This sign-in is over.', {
    status: 410,
    remedy:
      'It was answered already, or it is older than ten minutes. Go back to the application and start again.',
  })
}
