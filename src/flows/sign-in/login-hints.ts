// Hints that the link or form of a login passes to the provider, by an allow-list of the provider. Other parameters are an
// error, since a silently dropped hint is hard to debug. OpenID Connect Core §3.1.2.1; case A5.
import { faultInParameter, isProtocolParameter } from '../../contracts/protocol-parameters.ts'
import type { Deviations, Provider } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import type { AuthorizationRequest } from '../../oauth/server/provider-client.ts'

/** The query parameters of `/auth/login/ID` that Latchkey uses itself. */
const ownParameters: ReadonlySet<string> = new Set(['returnTo', 'maxAge', 'acr', 'carry'])

/** Hints that change neither the meaning of the request nor its checks. */
const standardHints: readonly string[] = ['login_hint', 'ui_locales', 'display']

const mostCharacters = 512

export type LoginHints = Pick<AuthorizationRequest, 'loginHint' | 'prompt'> & {
  readonly params?: Readonly<Record<string, string>> | undefined
}

/** @throws LatchkeyError `request_malformed` for a parameter that may not be passed on. */
export function readLoginHints(query: URLSearchParams, provider: Provider): LoginHints {
  const { login_hint: loginHint, prompt, ...params } = Object.fromEntries(hintsIn(query, provider))
  // Its result must be handled without a page; use the option `silentLogin` instead.
  if (prompt === 'none') throw malformed('prompt must not be none')
  return { params, ...(loginHint !== undefined && { loginHint }), ...(prompt !== undefined && { prompt }) }
}

/** Returns the hints in the sign-in page's URL that this provider's button passes on; others belong to other providers. */
export function hintQuery(query: URLSearchParams, { loginHints }: Provider): Record<string, string> {
  const isPassedOn = (name: string) => standardHints.includes(name) || loginHints.includes(name)
  // Omit hints that would be refused, so that the button does not lead to an error.
  const passed = [...query].filter(([name, value]) => isPassedOn(name) && faultInHint(name, value) === null)
  return Object.fromEntries(passed)
}

function hintsIn(query: URLSearchParams, provider: Provider): [string, string][] {
  const { loginHints, loginPlace, deviations } = provider
  const names = [...new Set(query.keys())].filter((name) => !ownParameters.has(name))
  const { parameterNames } = deviations
  return names.flatMap((name): [string, string][] => {
    if (name === loginPlace?.parameter) return []
    // Case A5: protocol parameters in a link are ignored, and the login is the usual one.
    const isListed = standardHints.includes(name) || loginHints.includes(name)
    if (!isListed && (isProtocolParameter(name, parameterNames) || name === 'prompt')) return []
    const [value = '', ...repeated] = query.getAll(name)
    if (!isListed) {
      throw malformed(
        `the parameter ${JSON.stringify(name.slice(0, 60))} is not passed on to ${provider.id}: name it in the provider’s loginHints, or leave it out`,
      )
    }
    // RFC 6749 §3.1: a repeated parameter is ambiguous.
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
