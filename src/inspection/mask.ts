// Masks values for the inspector: settings and protocol values are shown, personal data in part, secrets not at all. Decided by
// the name, or by the value if the name is unknown: unknown values are shortened.
import { foreignText } from '../web/foreign-text.ts'

/** Shown in full: neither personal data nor credentials. */
const plain: ReadonlySet<string> = new Set(
  `client_id redirect_uri response_type response_mode scope prompt max_age acr_values code_challenge_method grant_type
   resource audience display ui_locales access_type include_granted_scopes
   iss aud azp exp iat nbf auth_time acr amr typ alg token_type token_use expires_in refresh_expires_in error error_description
   error_uri email_verified emailVerified hd tid issuer form at check status isMissing provider intent isNew isLinked isPartial
   outcome policy kind lifetime credential method claimsFrom userinfo_signing_alg session_expiry
   jwks_uri require_pushed_authorization_requests kty accept content-type`
    .split(/\s+/)
    .filter(Boolean),
)

/** Low in entropy, or especially sensitive: not even a mark is shown. */
const silent = /secret|password|passwd|assertion|cookie|^authorization$|private/i

/** High in entropy: a mark shows whether two values are equal. */
const marked =
  /code|token|state|nonce|verifier|challenge|_hash$|request_uri|handoff|jti|sid|session|jwt|hint|refresh|key|kid|sub|id$/i

/** Metadata values are public. */
function isPlain(name: string): boolean {
  return plain.has(name) || /_(?:supported|endpoint)$/.test(name)
}

const MOST_CHARACTERS = 400
const MOST_MEMBERS = 40
const MOST_DEPTH = 4

export type Mask = (name: string, value: unknown) => string

/** @param salt random for each process, so that a mark means nothing outside it. */
export function createMask(salt: string): Mask {
  const mark = (text: string): string => hash(`${salt} ${text}`)

  function maskText(name: string, text: string): string {
    if (isPlain(name)) return foreignText(text, MOST_CHARACTERS)
    if (text === '') return '(empty)'
    if (silent.test(name)) return 'hidden'
    if (marked.test(name)) return `hidden, ${text.length} characters, mark ${mark(text)}`
    if (/^[^@\s]+@[^@\s]+$/.test(text)) return maskAddress(text)
    if (/^https?:\/\//i.test(text)) return `${foreignText(text.split(/[?#]/, 1)[0] ?? '', 60)}…`
    return `${[...text][0] ?? ''}… (${text.length} characters)`
  }

  function mask(name: string, value: unknown, depth: number): string {
    if (value === undefined) return 'nothing'
    if (value === null || typeof value === 'boolean') return String(value)
    if (typeof value === 'number') return isPlain(name) ? String(value) : maskText(name, String(value))
    if (typeof value === 'string') return maskText(name, value)
    if (typeof value !== 'object') return `(${typeof value})`
    if (depth >= MOST_DEPTH) return '…'
    if (Array.isArray(value)) {
      const shown = value.slice(0, MOST_MEMBERS).map((each) => mask(name, each, depth + 1))
      return `[${shown.join(', ')}${value.length > MOST_MEMBERS ? ', …' : ''}]`
    }
    const members = Object.entries(value).slice(0, MOST_MEMBERS)
    return `{ ${members.map(([key, each]) => `${foreignText(key, 60)}: ${mask(key, each, depth + 1)}`).join(', ')} }`
  }

  return (name, value) => mask(name, value, 0)
}

/** `m…@example.com`: the developer can tell which test person it is. */
function maskAddress(address: string): string {
  const [local = '', domain = ''] = address.split('@')
  return `${[...local][0] ?? ''}…@${foreignText(domain, 100)}`
}

/** Six hexadecimal digits (FNV-1a): enough to see that two values differ, too few to guess the value. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return (value >>> 0).toString(16).padStart(8, '0').slice(0, 6)
}
