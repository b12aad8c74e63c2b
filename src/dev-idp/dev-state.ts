// The local identity provider's stored state. Its file is validated when read: a person may have edited it, or another version of
// Latchkey may have written it.
import type { JWK } from 'jose'
import type { Person } from '../contracts/provider-fixture.ts'

/** The stored state. */
export interface DevState {
  /** The port that was wanted when `port` was found. */
  readonly wantedPort: number | null
  readonly port: number | null
  /** Private signing keys by provider id. */
  readonly keys: Readonly<Record<string, JWK>>
  /** People whom a developer added on the page. */
  readonly people: readonly Person[]
}

type Check = (value: unknown) => boolean
type Members = Readonly<Record<string, unknown>>

const isText: Check = (value) => typeof value === 'string'
const isNumber: Check = (value) => typeof value === 'number'
const isTextOrNull: Check = (value) => value === null || isText(value)

const personChecks: { readonly [Member in keyof Required<Person>]: Check } = {
  key: isText,
  number: isNumber,
  name: isText,
  givenName: isText,
  familyName: isText,
  username: isText,
  email: isTextOrNull,
  emailVerified: (value) => typeof value === 'boolean',
  picture: isTextOrNull,
}

/** @throws TypeError if the value does not have the format that `openStateFile` writes. */
export function readDevState(value: unknown): DevState {
  const { wantedPort, port, keys, people } = membersOf(value)
  if (!Array.isArray(people)) throw new TypeError('people is no list')
  return {
    wantedPort: readPort(wantedPort),
    port: readPort(port),
    keys: Object.fromEntries(Object.entries(membersOf(keys)).map(([id, key]) => [id, readKey(key)])),
    people: people.map(readPerson),
  }
}

function readPort(value: unknown): number | null {
  if (value !== null && typeof value !== 'number') throw new TypeError('a port is no number')
  return value
}

function readKey(value: unknown): JWK {
  const key = membersOf(value)
  if (typeof key.kty !== 'string') throw new TypeError('a key has no kty')
  return key as JWK
}

function readPerson(value: unknown): Person {
  const given = membersOf(value)
  const members = Object.entries(personChecks).map(([name, check]) => {
    if (!check(given[name])) throw new TypeError(`a person has no ${name}`)
    return [name, given[name]]
  })
  return Object.fromEntries(members) as unknown as Person
}

function membersOf(value: unknown): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError('not an object')
  return value as Members
}
