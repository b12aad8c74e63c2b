// What the link or form that begins a login says to the provider: hints, by the provider's allow-list. What is not on it is
// refused aloud, since a hint that is dropped in silence is searched for by its author for hours.
// OpenID Connect Core §3.1.2.1; case A5.
import { faultInParameter, isProtocolParameter } from '../../contracts/protocol-parameters.ts'
import type { Deviations, Provider } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import type { AuthorizationRequest } from '../../oauth/server/provider-client.ts'

/** What Latchkey itself reads of the query of `/auth/login/ID`. */
const ownParameters: ReadonlySet<string> = new Set(['returnTo', 'maxAge', 'acr', 'carry'])

/** They change neither what is asked nor what is checked. */
const standardHints: readonly string[] = ['login_hint', 'ui_locales', 'display']

const mostCharacters = 512

export type LoginHints = Pick<AuthorizationRequest, 'loginHint' | 'prompt'> & {
  readonly params?: Readonly<Record<string, string>> | undefined
}

/** @throws LatchkeyError `request_malformed` for a parameter that may not be passed on. */
export function readLoginHints(query: URLSearchParams, provider: Provider): LoginHints {
  const { login_hint: loginHint, prompt, ...params } = Object.fromEntries(hintsIn(query, provider))
  // What it answers needs one of our pages: `silentLogin` asks for it.
  if (prompt === 'none') throw malformed('prompt must not be none')
  return { params, ...(loginHint !== undefined && { loginHint }), ...(prompt !== undefined && { prompt }) }
}

/** The hints of a sign-in page's own address that this provider's button passes on; the others are another provider's. */
export function hintQuery(query: URLSearchParams, { loginHints }: Provider): Record<string, string> {
  const isPassedOn = (name: string) => standardHints.includes(name) || loginHints.includes(name)
  // What would be refused on the way out must not make a button that ends at an error.
  const passed = [...query].filter(([name, value]) => isPassedOn(name) && faultInHint(name, value) === null)
  return Object.fromEntries(passed)
}

function hintsIn(query: URLSearchParams, provider: Provider): [string, string][] {
  const { loginHints, loginPlace, deviations } = provider
  const names = [...new Set(query.keys())].filter((name) => !ownParameters.has(name))
  const { parameterNames } = deviations
  return names.flatMap((name): [string, string][] => {
    if (name === loginPlace?.parameter) return []
    // Case A5: a link that tries to decide what the protocol decides gets the login that everybody gets.
    const isListed = standardHints.includes(name) || loginHints.includes(name)
    if (!isListed && (isProtocolParameter(name, parameterNames) || name === 'prompt')) return []
    const [value = '', ...repeated] = query.getAll(name)
    if (!isListed) {
      throw malformed(
        `the parameter ${JSON.stringify(name.slice(0, 60))} is not passed on to ${provider.id}: name it in the provider’s loginHints, or leave it out`,
      )
    }
    // RFC 6749 §3.1: which of the two would count?
    if (repeated.length > 0) throw malformed(`the parameter ${name} is repeated`)
    const fault = faultInHint(name, value, deviations)
    if (fault !== null) throw malformed(fault)
    return [[name, value]]
  })
}

function faultInHint(name: string, value: string, { parameterNames }: Deviations = {}): string | null {
  if (value.length > mostCharacters)
    return `the parameter ${name} is longer than ${mostCharacters} characters`
  const fault = faultInParameter(name, value, { declaredNames: parameterNames })
  return fault === null ? null : `the hint ${fault.replace(/^\./, '')}`
}

function malformed(fault: string): LatchkeyError {
  return new LatchkeyError('request_malformed', { detail: `The login cannot begin: ${fault}.` })
}
