// The application's own fields of a user: stored as JSON, and read through the application's schema. Fields that were stored before the
// schema changed are read by the new schema, so existing users get new defaults too.
import { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
import type { SchemaIssue, SchemaResult, StandardSchema } from '../contracts/standard-schema.ts'
import type { Store } from '../contracts/store.ts'
import { LatchkeyError } from '../errors.ts'

/** Limited, because the fields are read at every session check. */
const MOST_CHARACTERS = 16_000
/** How often a change is tried if concurrent changes interfere. */
const MOST_TRIES = 10

type Fields = Readonly<Record<string, unknown>>

export interface UserFields {
  /** Returns the stored fields as the schema reads them. Throws `user_fields_invalid`. */
  readonly read: (stored: string | null) => MaybePromise<object>
  /** Returns the stored fields with these changes, checked, as JSON. Throws `user_fields_invalid`. */
  readonly change: (stored: string | null, changes: Fields) => Promise<string>
  /** Changes a user's fields in the store, even during concurrent writes. Throws `user_fields_invalid`, `store_unavailable`. */
  readonly save: (store: Store, userId: string, changes: Fields) => Promise<string>
}

/** Throws `config_option_invalid` if the schema refuses a new user, who has no fields yet. */
export function createUserFields(schema: StandardSchema<object>): UserFields {
  const validate = (value: Fields) => whenReady(schema['~standard'].validate(value), accept)
  checkDefaults(schema)

  const fields: UserFields = {
    read: (stored) => validate(parse(stored)),
    async change(stored, changes) {
      const text = JSON.stringify({ ...parse(stored), ...changes })
      // Checked in the form that will be read back: without functions, with dates as text.
      await validate(parse(text))
      if (text.length > MOST_CHARACTERS) {
        throw new LatchkeyError('user_fields_invalid', {
          detail: `As JSON they have ${text.length} characters, and at most ${MOST_CHARACTERS} are kept.`,
        })
      }
      return text
    },
    async save(store, userId, changes) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const before = await store.users.findFields(userId)
        const after = await fields.change(before, changes)
        if (after === before || (await store.users.saveFields(userId, after, before))) return after
      }
      throw new LatchkeyError('store_unavailable', { detail: 'Too many changes of one user at once.' })
    },
  }
  return fields
}

function checkDefaults(schema: StandardSchema<object>): void {
  const outcome = schema['~standard'].validate({})
  // An asynchronous schema shows its faults when the first user is read.
  if (outcome instanceof Promise || !outcome.issues) return
  throw new LatchkeyError('config_option_invalid', {
    detail: `userFields must accept a new user, who has none yet: give each field a default, or make it optional. ${describe(outcome.issues)}`,
  })
}

function accept(outcome: SchemaResult<object>): object {
  if (!outcome.issues) return outcome.value
  throw new LatchkeyError('user_fields_invalid', { detail: describe(outcome.issues) })
}

function parse(stored: string | null): Fields {
  return stored === null ? {} : (JSON.parse(stored) as Fields)
}

/** Contains names and rules, never values. */
function describe(issues: readonly SchemaIssue[]): string {
  return issues
    .slice(0, 5)
    .map(({ message, path }) => (path?.length ? `${path.map(nameOf).join('.')}: ${message}` : message))
    .join(' ')
}

function nameOf(segment: PropertyKey | { readonly key: PropertyKey }): string {
  return String(typeof segment === 'object' ? segment.key : segment)
}
