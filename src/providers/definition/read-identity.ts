// What providers say about a person is input from outside: one copy of each rule that makes it safe to keep and to show.
// OpenID Connect Core 1.0 §5.1 (claims), §2 (sub); RFC 5321 §4.5.3.1 (length of an address).
import type { IdentityFields } from '../../contracts/identity.ts'
import { isLoopbackHostname } from '../../web/loopback.ts'

/** A provider's word on a person, each field as it came. `readIdentity` decides what of it is believed. */
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

/** Controls, and halves of a surrogate pair: they would change on their way into a store, and two keys become one. */
const unstorable = /[\p{Cc}\p{Cs}]/u

/** Invisible: controls, half characters, and the marks that turn the reading direction of what follows. */
const invisible = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu

const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** An apostrophe is part of names; what separates, quotes, comments or hides is not. */
const localPart = /^[^\p{C}\p{Z}"(),:;<>@[\\\]`]+$/u
const domain = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*$/u

/**
 * Reads a person. Throws a TypeError without a usable subject; whatever else is unusable becomes null or false. Pictures at
 * `privateOrigins` are left out: a browser could not load them.
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

/** A subject: text of 1 to 255 characters, byte for byte as it came. Throws a TypeError otherwise. */
export function readSubject(value: unknown): string {
  // OpenID Connect Core §2: a string. A number may have been rounded: two people would share one key.
  if (typeof value !== 'string') throw new TypeError('The subject is not a string.')
  if (value === '' || value.length > subjectLength) {
    throw new TypeError(`The subject is not 1 to ${subjectLength} characters long.`)
  }
  if (unstorable.test(value)) throw new TypeError('The subject contains control characters.')
  return value
}

/** The digits of an id that its provider sends as a JSON number. Throws a TypeError where it may have been rounded. */
export function readNumericSubject(value: unknown): string {
  if (typeof value === 'bigint' && value > 0n) return value.toString()
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return String(value)
  // Exact JSON readers hand large integers over as their digits. No leading zero: one person, one spelling.
  if (typeof value === 'string' && /^[1-9][0-9]{0,38}$/.test(value)) return value
  throw new TypeError('The id is not a positive integer that JSON carried exactly.')
}

/** An e-mail address as the provider wrote it, or null when it is none or could be taken for another one (docs/security-cases.md F7). */
export function readEmail(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > emailLength) return null
  // Compatibility forms (a full-width @ or letter) turn into another address wherever text is normalised.
  if (value.normalize('NFKC') !== value) return null
  const parts = value.split('@')
  const [local = '', host = ''] = parts
  // `a@evil.example@victim.example`: which one of the two hosts counts depends on the reader.
  if (parts.length !== 2) return null
  return localPart.test(local) && domain.test(host) ? value : null
}

/** True only for the boolean `true`: never for `"true"`, `1` or anything else (docs/security-cases.md F4). */
export function readVerified(value: unknown): boolean {
  return value === true
}

/** A line of text for people: at most 200 characters, without controls and direction overrides; null when nothing shows. */
export function readText(value: unknown): string | null {
  if (typeof value !== 'string') return null
  // Cut before looking closer, so that a megabyte costs no more than a name.
  const line = value
    .slice(0, nameLength * 8)
    .replace(/\s+/gu, ' ')
    .replace(invisible, '')
  const text = Array.from(line.trim()).slice(0, nameLength).join('').trim()
  return visible.test(text) ? text : null
}

/** The address of a picture: `https:`, or `http:` on loopback; at most 2,048 characters; else null. */
export function readPicture(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > pictureLength || !URL.canParse(value)) return null
  const url = new URL(value)
  // javascript: and data: would run or be shown where the address is put into a page.
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHostname(url.hostname)))
    return null
  if (url.username !== '' || url.password !== '') return null
  return url.href.length > pictureLength ? null : url.href
}
