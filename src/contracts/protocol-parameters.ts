// The table of parameters that Latchkey sends itself. Parameters that a provider, the application or the query of a login adds
// to a request are checked against it, so that none can replace a parameter that is verified in the response. RFC 6749 §3.1 and
// §4.1, RFC 7636, RFC 9101, RFC 9126, OpenID Connect Core §3.1.2.1; case A5.

/** Must not be added: their values are verified later, or they change the meaning of the request. */
const protocolParameters: ReadonlySet<string> = new Set([
  'client_id',
  'client_secret',
  'client_assertion',
  'client_assertion_type',
  'redirect_uri',
  'response_type',
  'response_mode',
  'scope',
  'state',
  'nonce',
  'code',
  'code_challenge',
  'code_challenge_method',
  'code_verifier',
  'grant_type',
  'refresh_token',
  'request',
  'request_uri',
  'id_token_hint',
  'dpop_jkt',
  // The response to it must be checked (`auth_time`): only a step-up sends it and checks it.
  'max_age',
])

/** Parameters that are set per login by a dedicated option. */
const optionsOfOneLogin: ReadonlyMap<string, string> = new Map([
  ['prompt', 'prompt'],
  ['acr_values', 'acrValues'],
  ['login_hint', 'loginHint'],
])

export interface ParameterRules {
  /** The parameters belong to one login, which has dedicated options for `prompt`, `acr_values` and `login_hint`. */
  readonly isOneLogin?: boolean | undefined
  /** The provider's names for protocol parameters (`appid` for `client_id`), which are protected too. */
  readonly declaredNames?: Readonly<Record<string, string | null>> | undefined
}

/** Returns the fault of an added parameter as the end of a sentence that begins with its field; null if there is none. */
export function faultInParameter(name: string, value: unknown, rules: ParameterRules = {}): string | null {
  // Some names contain brackets (`grant_options[]`); no name contains spaces or control characters.
  if (!/^[\w.:-]+(?:\[[\w.:-]*\])*$/.test(name)) {
    return 'has a name with a character that does not belong there'
  }
  const meant = meantName(name)
  if (isProtocolParameter(name, rules.declaredNames)) {
    return `must not contain ${name}: it is part of the protocol, and Latchkey sends it itself where it is due`
  }
  const option = rules.isOneLogin ? optionsOfOneLogin.get(meant) : undefined
  if (option !== undefined) return `must not contain ${name}: that is the option ${option}`
  // A line break would end a header or a log entry.
  if (typeof value !== 'string' || /[\r\n\0]/.test(value)) return `.${name} must be text of one line`
  return null
}

/** Whether this name, in any case and with any bracket suffix, is a parameter that Latchkey sends itself. */
export function isProtocolParameter(
  name: string,
  declaredNames: Readonly<Record<string, string | null>> = {},
): boolean {
  const meant = meantName(name)
  if (protocolParameters.has(meant)) return true
  return Object.entries(declaredNames).some(
    ([own, declared]) => declared !== null && protocolParameters.has(own) && meantName(declared) === meant,
  )
}

/** The parameter that a lenient server might read the name as. */
function meantName(name: string): string {
  return name.toLowerCase().replace(/\[.*$/, '')
}

/** Returns the fault of a set of added parameters as a sentence without a full stop; null if there is none. */
export function faultInParameters(
  field: string,
  parameters: unknown,
  rules: ParameterRules = {},
): string | null {
  if (parameters === undefined) return null
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters)) {
    return `${field} must be an object`
  }
  for (const [name, value] of Object.entries(parameters)) {
    const fault = faultInParameter(name, value, rules)
    if (fault !== null) return fault.startsWith('.') ? `${field}${fault}` : `${field} ${fault}`
  }
  return null
}
