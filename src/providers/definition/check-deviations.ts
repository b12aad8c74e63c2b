// Checks a provider's declared deviations. Each refusal is a start-up error that says what to change, so that no login fails
// because of a header that cannot be sent or an unknown value.
import { faultInParameters } from '../../contracts/protocol-parameters.ts'
import type { Deviations } from '../../contracts/provider.ts'

/** The allowed values of enumerated deviations. */
const words: Readonly<Partial<Record<keyof Deviations, readonly unknown[]>>> = {
  responseMode: ['form_post'],
  pkce: ['S256', 'plain', 'none'],
  nonce: ['unsupported'],
  state: ['alphanumeric'],
  clientAssertionAudience: ['issuer', 'token-endpoint'],
  sendsScopeOnRefresh: [true, false],
  logoutTokensWithoutExpiry: [true, false],
  profileComesOnce: [true, false],
}

const functions: readonly (keyof Deviations)[] = [
  'normalizeTokenResponse',
  'normalizeCallback',
  'issuerFor',
  'fetchProfile',
  'tokenRequest',
  'revoke',
  'endSessionUrl',
]

/** A scope token (RFC 6749 §3.3). */
const scopeToken = /^[\x21\x23-\x5b\x5d-\x7e]+$/

/** A field name (RFC 9110 §5.1), and a value that stays one line of text (§5.5). */
const headerName = /^[\w!#$%&'*+.^`|~-]+$/
const headerValue = /^[\x20-\x7e]*$/

/** Headers that the protocol or the connection sets. */
const ownHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'cookie',
  'dpop',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** Whether the value is a list of single scopes. */
export function areScopes(scopes: unknown): boolean {
  return Array.isArray(scopes) && scopes.every((scope) => typeof scope === 'string' && scopeToken.test(scope))
}

/** Returns what is wrong with the deviations, as a sentence without its full stop, or `null`. */
export function faultInDeviations(deviations: Deviations): string | null {
  return (
    faultInWords(deviations) ??
    faultInHeaders(deviations.requestHeaders) ??
    faultInNames(deviations.parameterNames) ??
    faultInTexts(deviations) ??
    faultInParameters('reauthentication', deviations.reauthentication) ??
    faultInOfflineAccess(deviations.offlineAccess)
  )
}

function faultInWords(deviations: Deviations): string | null {
  for (const [name, values] of Object.entries(words)) {
    const value = deviations[name as keyof Deviations]
    if (value !== undefined && !values.includes(value)) {
      return `${name} must be ${values.join(' or ')}, or left out`
    }
  }
  for (const name of functions) {
    if (deviations[name] !== undefined && typeof deviations[name] !== 'function') {
      return `${name} must be a function, or left out`
    }
  }
  return null
}

function faultInHeaders(headers: unknown): string | null {
  if (headers === undefined) return null
  if (typeof headers !== 'object' || headers === null) return 'requestHeaders must be an object'
  for (const [name, value] of Object.entries(headers)) {
    if (!headerName.test(name)) return 'requestHeaders has a name that is none of a header'
    if (ownHeaders.has(name.toLowerCase()) || /^(?:proxy|sec)-/i.test(name)) {
      return `requestHeaders must not contain ${name}: Latchkey or the connection decides it`
    }
    // RFC 9110 §5.5: a line break would begin another header.
    if (typeof value !== 'string' || value.length > 1024 || !headerValue.test(value)) {
      return `requestHeaders.${name} must be text of one line in ASCII, of at most 1,024 characters`
    }
  }
  return null
}

function faultInNames(names: unknown): string | null {
  if (names === undefined) return null
  if (typeof names !== 'object' || names === null) return 'parameterNames must be an object'
  for (const [name, declared] of Object.entries(names)) {
    // RFC 6749 §10.12: only `state` shows that an answer belongs to the browser that asked.
    if (declared === null && name === 'state') return 'parameterNames must not leave out state'
    if (declared !== null && !(typeof declared === 'string' && /^[\w.:-]+(?:\[\])?$/.test(declared))) {
      return `parameterNames.${name} must be the name of a parameter, or null to leave it out`
    }
  }
  return null
}

function faultInTexts({
  authorizationFragment,
  scopeSeparator,
  privatePictureOrigins = [],
}: Deviations): string | null {
  if (authorizationFragment !== undefined && !/^#?[\w.~-]+$/.test(authorizationFragment)) {
    return 'authorizationFragment must be letters, digits, and - . _ ~'
  }
  if (scopeSeparator !== undefined && !/^[ ,;+|]$/.test(scopeSeparator)) {
    return 'scopeSeparator must be one blank, comma, semicolon, plus or bar'
  }
  for (const origin of privatePictureOrigins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      return 'privatePictureOrigins: each must be scheme, host and port only'
    }
  }
  return null
}

function faultInOfflineAccess(offlineAccess: Deviations['offlineAccess']): string | null {
  if (offlineAccess === undefined) return null
  if (offlineAccess.scopes !== undefined && !areScopes(offlineAccess.scopes)) {
    return 'offlineAccess.scopes must be a list of single scopes'
  }
  return (
    faultInParameters('offlineAccess.params', offlineAccess.params) ??
    faultInParameters('offlineAccess.whenMissing', offlineAccess.whenMissing)
  )
}
