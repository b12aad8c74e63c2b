// The application's own fields of a user: kept as JSON, and read through the application's schema. What was stored before
// the schema changed is read by the new one, so defaults reach old users too.
import { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
import type { SchemaIssue, SchemaResult, StandardSchema } from '../contracts/standard-schema.ts'
import type { Store } from '../contracts/store.ts'
import { LatchkeyError } from '../errors.ts'

/** They are read at every session check. */
const MOST_CHARACTERS = 16_000
/** How often a change is tried again that another one crossed. */
const MOST_TRIES = 10

type Fields = Readonly<Record<string, unknown>>

export interface UserFields {
  /** What the schema makes of stored fields. Throws `user_fields_invalid`. */
  readonly read: (stored: string | null) => MaybePromise<object>
  /** Stored fields with these changes, checked. Throws `user_fields_invalid`. */
  readonly change: (stored: string | null, changes: Fields) => Promise<string>
  /** Changes what the store has of a user, whatever is written beside it. Throws `user_fields_invalid`. */
  readonly save: (store: Store, userId: string, changes: Fields) => Promise<string>
}

/** Throws `config_option_invalid` when a new user, who has no fields yet, would not be accepted. */
export function createUserFields(schema: StandardSchema<object>): UserFields {
  const validate = (value: Fields) => whenReady(schema['~standard'].validate(value), accept)
  checkDefaults(schema)

  const fields: UserFields = {
    read: (stored) => validate(parse(stored)),
    async change(stored, changes) {
      const text = JSON.stringify({ ...parse(stored), ...changes })
      // What is checked is what will be read again: without functions, with dates as text.
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
  // An asynchronous schema tells when the first user is read.
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

/** Names and rules, never values. */
function describe(issues: readonly SchemaIssue[]): string {
  return issues
    .slice(0, 5)
    .map(({ message, path }) => (path?.length ? `${path.map(nameOf).join('.')}: ${message}` : message))
    .join(' ')
}

function nameOf(segment: PropertyKey | { readonly key: PropertyKey }): string {
  return String(typeof segment === 'object' ? segment.key : segment)
}
