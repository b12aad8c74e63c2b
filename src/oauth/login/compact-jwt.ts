// Parses a signed JWT and checks its form before any library or cryptography sees it. Faults that libraries tolerate are refused:
// padding, blanks, broken UTF-8, repeated names. Nothing that it returns is trusted before the signature is verified.
// RFC 7515 §7.1, RFC 8725 §2.4 and §3.11; docs/security-cases.md D6, D7, D17, D18, D21.
import { decode as decodeBase64url } from 'jose/base64url'
import type { Claims } from '../../contracts/provider.ts'
import { type ReadObject, readJsonObject } from '../../outbound/json.ts'
import { foundValue } from '../../web/foreign-text.ts'
import { CheckError } from '../server/check-error.ts'

/** The contents of a JWT. Not verified. */
export interface UnverifiedJwt {
  readonly text: string
  readonly header: Readonly<Record<string, unknown>>
  /** For checks: numbers stay numbers. */
  readonly claims: Claims
  /** For the mapping to a person: integers beyond 2^53 are the text of their digits. */
  readonly exactClaims: Claims
}

const maxLength = 65_536

/** Three parts of base64url. Five parts would be an encrypted JWT, whose decryption can be made expensive (`p2c`, `zip`). */
const compactForm = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/

/** Throws for broken UTF-8, and keeps a byte order mark, which is not JSON. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads header and claims of a JWT. An explicit type in its header (`…+jwt`) must be `type`.
 *
 * @throws TypeError or SyntaxError that does not quote the token.
 */
export function readCompactJwt(
  jwt: string,
  type: 'JWT' | 'logout+jwt' | 'at+jwt' | 'dpop+jwt',
): UnverifiedJwt {
  if (jwt.length > maxLength) throw new CheckError('size', 'the JWT is too long')
  if (!compactForm.test(jwt)) throw notSigned(jwt)
  const [header = '', payload = ''] = jwt.split('.')
  const { checked, exact } = readPart(payload)
  const unverified = { text: jwt, header: readPart(header).checked, claims: checked, exactClaims: exact }
  checkHeader(unverified.header, type)
  return unverified
}

function notSigned(jwt: string): CheckError {
  // RFC 7519 §6: an unsecured JWT ends where its signature would begin.
  const isUnsecured = /^[\w-]+\.[\w-]+\.$/.test(jwt)
  const check = isUnsecured ? 'signature' : 'form'
  return new CheckError(check, 'not a signed JWT in compact form', { isMissing: isUnsecured })
}

function readPart(part: string): ReadObject {
  return readJsonObject(utf8.decode(decodeBase64url(part)))
}

function checkHeader({ typ, crit, b64 }: Readonly<Record<string, unknown>>, type: string): void {
  // RFC 7515 §4.1.11: extensions that must be understood. None is supported, and `b64` (RFC 7797) changes what is signed.
  if (crit !== undefined || b64 !== undefined) throw new CheckError('crit', 'the JWT header has crit or b64')
  if (typ === undefined) return
  if (typeof typ !== 'string') throw new CheckError('typ', 'the JWT header has a typ that is no text')
  // RFC 8725 §3.11: an access token (at+jwt) or a logout token is not an ID token, and none of these can replace another.
  const kind = typ.toLowerCase().replace(/^application\//, '')
  if (kind.endsWith('+jwt') && kind !== type)
    throw new CheckError('typ', `the JWT is of type ${foundValue(typ, 60)}, not ${type}`)
}
