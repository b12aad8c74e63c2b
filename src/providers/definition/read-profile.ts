// Most profiles differ only in where their fields are. Entries declare that as data, which one function reads.
import type { Claims } from '../../contracts/provider.ts'
import { valueAt } from './read-answer.ts'
import { type IdentityDraft, readNumericSubject, readText } from './read-identity.ts'

/** Where each field of a person is, as paths for `valueAt`. */
export interface ProfileFields {
  /** The id that never changes. */
  readonly subject: string
  /** Whether the id is a JSON number, or its digits. Default: false, the id is a string. */
  readonly isNumeric?: boolean | undefined
  readonly email?: string | undefined
  /** A boolean with which the provider says that the address is verified. Without it, addresses never count as verified. */
  readonly emailVerified?: string | undefined
  /** The first path with text is used; `first_name+last_name` joins two. */
  readonly name?: readonly string[] | undefined
  readonly picture?: string | undefined
}

/**
 * Makes `toIdentity` from the paths of a profile's fields.
 *
 * @example
 * ```ts
 * import { readProfile } from 'latchkey/kit'
 *
 * const toIdentity = readProfile({ subject: 'data.id', email: 'data.mail', name: ['data.name', 'data.first+data.last'] })
 * console.log(toIdentity({ data: { id: '7', first: 'Ada', last: 'Lovelace' } }).name) // Ada Lovelace
 * ```
 */
export function readProfile(fields: ProfileFields): (profile: Claims) => IdentityDraft {
  const { subject, isNumeric, email, emailVerified, name = [], picture } = fields
  return (profile) => {
    const at = (path: string | undefined): unknown =>
      path === undefined ? undefined : valueAt(profile, path)
    return {
      subject: isNumeric ? readNumericSubject(at(subject)) : at(subject),
      email: at(email),
      emailVerified: at(emailVerified),
      name: firstName(name, at),
      picture: at(picture),
    }
  }
}

function firstName(paths: readonly string[], at: (path: string) => unknown): string | null {
  for (const path of paths) {
    const parts = path.split('+').map((part) => readText(at(part)))
    const text = parts.filter((part) => part !== null).join(' ')
    if (text !== '') return text
  }
  return null
}
