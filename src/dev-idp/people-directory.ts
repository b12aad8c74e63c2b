// The people who can sign in: those of the fixtures and those whom a developer adds. An added person's number is derived from name
// and e-mail address, so that their subject stays the same after a restart.
import { createHash } from 'node:crypto'
import type { Person } from '../contracts/provider-fixture.ts'
import { LatchkeyError } from '../errors.ts'

/** The fields of the page's form. */
export interface PersonForm {
  readonly name: string
  readonly email: string | null
}

export interface PeopleDirectory {
  list(): readonly Person[]
  find(key: string): Person | null
  /** Finds a person by key, username or e-mail address, for `login_hint` (OpenID Connect Core §3.1.2.1). */
  findByHint(hint: string): Person | null
  /** Adds or replaces a person. Throws `config_option_invalid` if the key is not URL-safe or there are too many people. */
  add(person: Person): void
}

const mostPeople = 500

export function createPeopleDirectory(people: readonly Person[]): PeopleDirectory {
  const byKey = new Map(people.map((person) => [person.key, person]))

  return {
    list: () => [...byKey.values()],
    find: (key) => byKey.get(key) ?? null,
    findByHint(hint) {
      const wanted = hint.toLowerCase()
      for (const person of byKey.values()) {
        const names = [person.key, person.username, person.email ?? '']
        if (names.some((name) => name.toLowerCase() === wanted)) return person
      }
      return null
    },
    add(person) {
      if (!/^[A-Za-z0-9._~-]{1,100}$/.test(person.key)) {
        throw new LatchkeyError('config_option_invalid', { detail: 'A person’s key must be URL-safe.' })
      }
      if (byKey.size >= mostPeople && !byKey.has(person.key)) {
        throw new LatchkeyError('config_option_invalid', {
          detail: `There are ${mostPeople} people already.`,
        })
      }
      byKey.set(person.key, person)
    },
  }
}

/** Returns what is wrong with the form, as a sentence, or null. */
export function checkPersonForm(form: PersonForm): string | null {
  if (!form.name || form.name.length > 100) return 'A name has 1 to 100 characters.'
  if (form.email !== null && (form.email.length > 254 || !/^[^\s@]+@[^\s@]+$/.test(form.email))) {
    return 'That does not look like an e-mail address.'
  }
  return null
}

/** Makes a person from a name and an optional e-mail address. The same input always makes the same person. */
export function personFromForm({ name, email }: PersonForm): Person {
  const hash = createHash('sha256')
    .update(`${name}\n${email ?? ''}`)
    .digest()
  const words = name.split(/\s+/)
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 30)
  const username = `${slug || 'person'}-${hash.toString('hex', 0, 2)}`
  return {
    key: `${username}${hash.toString('hex', 2, 4)}`,
    // Much higher than the numbers of the fixtures' people, and below 2^31.
    number: 1_000_000 + (hash.readUInt32BE(4) % 2_000_000_000),
    name,
    givenName: words[0] ?? name,
    familyName: words.slice(1).join(' '),
    username,
    email,
    emailVerified: email !== null,
    picture: null,
  }
}
