// Under which text a verified e-mail address is looked up. Computed here and stored, because lower() differs between
// databases and locales. RFC 5321 §2.3.11 and §2.4: domains ignore ASCII case, and so do mailboxes in practice.
import type { IdentityFields } from '../../contracts/identity.ts'

// RFC 5321 §4.5.3.1: 64 for the mailbox, 255 for the domain, one `@`. Longer text is no address.
const MOST_CHARACTERS = 320

/** The address with its ASCII letters in lower case; other letters stay as they are. */
export function asciiLowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** The look-up text of an identity's address, or null where it must not be found by it. */
export function verifiedEmailKey(fields: Pick<IdentityFields, 'email' | 'emailVerified'>): string | null {
  if (fields.email === null || !fields.emailVerified) return null
  return fields.email.length > MOST_CHARACTERS ? null : asciiLowerCase(fields.email)
}
