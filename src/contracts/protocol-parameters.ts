// The one table of parameters that Latchkey sends itself. Whatever else may add a parameter to a request (a provider, the
// application, the query of a login) is held against it, so that nothing can replace what is checked on return.
// RFC 6749 §3.1 and §4.1, RFC 7636, RFC 9101, RFC 9126, OpenID Connect Core §3.1.2.1; case A5.

/** Never added by anyone: they carry what is checked, or change what the request means. */
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
  // Its answer must be checked (`auth_time`): only a step-up asks for it, and checks.
  'max_age',
])

/** Those that one login asks for by an option with a meaning of its own. */
const optionsOfOneLogin: ReadonlyMap<string, string> = new Map([
  ['prompt', 'prompt'],
  ['acr_values', 'acrValues'],
  ['login_hint', 'loginHint'],
])

export interface ParameterRules {
  /** The parameters are of one login, which has options of its own for `prompt`, `acr_values` and `login_hint`. */
  readonly isOneLogin?: boolean | undefined
  /** Names that the provider gives to parameters of the protocol (`appid` for `client_id`): as protected as these. */
  readonly declaredNames?: Readonly<Record<string, string | null>> | undefined
}

/** What is wrong with an added parameter, as the end of a sentence that begins with its field; null when nothing is. */
export function faultInParameter(name: string, value: unknown, rules: ParameterRules = {}): string | null {
  // Brackets are part of some names (`grant_options[]`); blanks and control characters are part of none.
  if (!/^[\w.:-]+(?:\[[\w.:-]*\])*$/.test(name)) {
    return 'has a name with a character that does not belong there'
  }
  const meant = meantName(name)
  if (isProtocolParameter(name, rules.declaredNames)) {
    return `must not contain ${name}: it is part of the protocol, and Latchkey sends it itself where it is due`
  }
  const option = rules.isOneLogin ? optionsOfOneLogin.get(meant) : undefined
  if (option !== undefined) return `must not contain ${name}: that is the option ${option}`
  // A line break ends a header and an entry of a log.
  if (typeof value !== 'string' || /[\r\n\0]/.test(value)) return `.${name} must be text of one line`
  return null
}

/** Whether this name, in any case and with any brackets behind it, is a parameter that Latchkey sends itself. */
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

/** What a lenient server may take the name for. */
function meantName(name: string): string {
  return name.toLowerCase().replace(/\[.*$/, '')
}

/** What is wrong with a set of added parameters, as a whole sentence without its full stop; null when nothing is. */
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
