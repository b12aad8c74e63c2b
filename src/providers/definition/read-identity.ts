// A provider's data about a person is untrusted input. The rules that make it safe to store and show are all here.
// OpenID Connect Core 1.0 §5.1 (claims), §2 (sub); RFC 5321 §4.5.3.1 (length of an address).
import type { IdentityFields } from '../../contracts/identity.ts'
import { isLoopbackHostname } from '../../web/loopback.ts'

/** A person's fields as the provider sent them. `readIdentity` checks them. */
export interface IdentityDraft {
  readonly subject: unknown
  readonly email?: unknown
  readonly emailVerified?: unknown
  readonly name?: unknown
  readonly picture?: unknown
}

const subjectLength = 255
const emailLength = 254
const nameLength = 200
const pictureLength = 2048

/** Control characters and lone surrogates, which a store might change, so that two keys become one. */
const unstorable = /[\p{Cc}\p{Cs}]/u

/** Control characters, lone surrogates, and marks that change the reading direction of the text after them. */
const invisible = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu

const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** Allows apostrophes, which are part of names, but no characters that separate, quote, comment or are invisible. */
const localPart = /^[^\p{C}\p{Z}"(),:;<>@[\\\]`]+$/u
const domain = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*$/u

/**
 * Reads a person. Throws a TypeError without a usable subject; any other unusable field becomes null or false. Leaves out pictures
 * at `privateOrigins`, since a browser could not load them.
 */
export function readIdentity(draft: IdentityDraft, privateOrigins: readonly string[] = []): IdentityFields {
  const email = readEmail(draft.email)
  return {
    subject: readSubject(draft.subject),
    email,
    emailVerified: email !== null && readVerified(draft.emailVerified),
    name: readText(draft.name),
    picture: publicPicture(readPicture(draft.picture), privateOrigins),
  }
}

function publicPicture(picture: string | null, privateOrigins: readonly string[]): string | null {
  return picture !== null && privateOrigins.includes(new URL(picture).origin) ? null : picture
}

/** Returns a subject of 1 to 255 characters, unchanged. Throws a TypeError for any other value. */
export function readSubject(value: unknown): string {
  // OpenID Connect Core §2: a string. A number may have been rounded, so that two people would share one key.
  if (typeof value !== 'string') throw new TypeError('The subject is not a string.')
  if (value === '' || value.length > subjectLength) {
    throw new TypeError(`The subject is not 1 to ${subjectLength} characters long.`)
  }
  if (unstorable.test(value)) throw new TypeError('The subject contains control characters.')
  return value
}

/** Returns the digits of an id that its provider sends as a JSON number. Throws a TypeError if it may have been rounded. */
export function readNumericSubject(value: unknown): string {
  if (typeof value === 'bigint' && value > 0n) return value.toString()
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return String(value)
  // Latchkey's JSON reader returns large integers as digits. No leading zeros, so that each person has one spelling.
  if (typeof value === 'string' && /^[1-9][0-9]{0,38}$/.test(value)) return value
  throw new TypeError('The id is not a positive integer that JSON carried exactly.')
}

/** Returns an e-mail address unchanged, or null if it is invalid or could be mistaken for another (docs/security-cases.md F7). */
export function readEmail(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > emailLength) return null
  // Compatibility forms (a full-width @ or letter) become another address when text is normalised.
  if (value.normalize('NFKC') !== value) return null
  const parts = value.split('@')
  const [local = '', host = ''] = parts
  // `a@evil.example@victim.example`: parsers disagree on which host counts.
  if (parts.length !== 2) return null
  return localPart.test(local) && domain.test(host) ? value : null
}

/** Returns true only for the boolean `true`: never for `"true"`, `1` or anything else (docs/security-cases.md F4). */
export function readVerified(value: unknown): boolean {
  return value === true
}

/** Returns one line of text: at most 200 characters, without control characters and direction marks; null if nothing is visible. */
export function readText(value: unknown): string | null {
  if (typeof value !== 'string') return null
  // Truncated first, so that a megabyte costs no more than a name.
  const line = value
    .slice(0, nameLength * 8)
    .replace(/\s+/gu, ' ')
    .replace(invisible, '')
  const text = Array.from(line.trim()).slice(0, nameLength).join('').trim()
  return visible.test(text) ? text : null
}

/** Returns the URL of a picture: `https:`, or `http:` on loopback; at most 2,048 characters; otherwise null. */
export function readPicture(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > pictureLength || !URL.canParse(value)) return null
  const url = new URL(value)
  // javascript: and data: URLs could run or show content in a page.
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHostname(url.hostname)))
    return null
  if (url.username !== '' || url.password !== '') return null
  return url.href.length > pictureLength ? null : url.href
}
