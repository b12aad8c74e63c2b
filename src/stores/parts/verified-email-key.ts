// The key by which a verified e-mail address is looked up. Computed here and stored, because lower() differs between
// databases and locales. RFC 5321 §2.3.11 and §2.4: domains ignore ASCII case, and so do mailboxes in practice.
import type { IdentityFields } from '../../contracts/identity.ts'

// RFC 5321 §4.5.3.1: 64 for the mailbox, 255 for the domain, one `@`. Longer text is not an address.
const MOST_CHARACTERS = 320

/** Converts ASCII letters to lower case; other letters stay unchanged. */
export function asciiLowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** The look-up key of an identity's address, or `null` if the identity must not be found by it. */
export function verifiedEmailKey(fields: Pick<IdentityFields, 'email' | 'emailVerified'>): string | null {
  if (fields.email === null || !fields.emailVerified) return null
  return fields.email.length > MOST_CHARACTERS ? null : asciiLowerCase(fields.email)
}
