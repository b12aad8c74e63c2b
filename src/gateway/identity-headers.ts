// The headers that identify the person to an application behind the gateway. Only the gateway sets them: an incoming header with such
// a name, in any spelling that some server reads as it, is not passed on.
import type { Session } from '../contracts/session.ts'

/** Values are empty without a session, and for what the person does not have. */
export type Identity = Readonly<Record<(typeof NAMES)[number], string>>

const NAMES = [
  'X-Latchkey-User',
  'X-Latchkey-Email',
  'X-Latchkey-Name',
  'X-Latchkey-Provider',
  'X-Latchkey-Jwt',
] as const

/** Sent only if the operator asked for it. */
export const ACCESS_TOKEN_HEADER = 'X-Latchkey-Access-Token'

const PREFIX = 'x-latchkey-'

/** Letters, digits and hyphens: names that all servers read the same way. */
const agreed = /^[a-z0-9-]+$/i

/**
 * Whether a header may be read as one of the gateway's own. CGI, WSGI and PHP make one variable of `X-Latchkey-User`,
 * `X_Latchkey_User` and `x.latchkey.user` (CVE-2025-64484 and similar ones after it).
 */
export function isIdentityName(name: string): boolean {
  if (name.length < PREFIX.length || (name.charCodeAt(0) | 0x20) !== 0x78) return false
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '-')
    .startsWith(PREFIX)
}

/** Whether a name could be read as another one: it has characters other than letters, digits and hyphens. */
export function isOddName(name: string): boolean {
  return !agreed.test(name)
}

/** Whether a request has an identity header in a spelling that proxies do not replace when they set ours. */
export function hasOddIdentityName(rawHeaders: readonly string[]): boolean {
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string
    if (isIdentityName(name) && isOddName(name)) return true
  }
  return false
}

/** Without a session: all names with empty values, so that a proxy that copies them replaces what the browser sent. */
export const anonymous: Identity = Object.freeze({
  'X-Latchkey-User': '',
  'X-Latchkey-Email': '',
  'X-Latchkey-Name': '',
  'X-Latchkey-Provider': '',
  'X-Latchkey-Jwt': '',
})

/** Text beyond plain ASCII is percent-encoded as UTF-8; the JWT has it unchanged. */
export function identityOf({ user, identity }: Session, jwt: string): Identity {
  return {
    'X-Latchkey-User': headerText(user.id),
    // Applications look up accounts by it, so an unverified address is only in the JWT.
    'X-Latchkey-Email': user.emailVerified ? headerText(user.email ?? '') : '',
    'X-Latchkey-Name': headerText(user.name ?? ''),
    'X-Latchkey-Provider': identity.provider,
    'X-Latchkey-Jwt': jwt,
  }
}

/** Keeps visible ASCII and the space, except the percent sign. */
function headerText(text: string): string {
  return /^[ -$&-~]*$/.test(text)
    ? text
    : text.replace(/[^ -$&-~]+/g, (part) => encodeURIComponent(part.toWellFormed()))
}
