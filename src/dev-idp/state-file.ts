// What survives a restart: the port (issuers contain it), the signing keys and the people that were added. One JSON file,
// readable by its owner only, replaced as a whole so that a crash leaves the old or the new one.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JWK } from 'jose'
import * as v from 'valibot'
import type { Person } from '../contracts/provider-fixture.ts'

/** What is remembered. */
export interface DevState {
  /** The port that was asked for when `port` was found. */
  readonly wantedPort: number | null
  readonly port: number | null
  /** Private signing keys by provider id. */
  readonly keys: Readonly<Record<string, JWK>>
  /** People that a developer added on the page. */
  readonly people: readonly Person[]
}

export interface StateFile {
  read(): DevState
  update(change: Partial<DevState>): void
}

const stateFileName = 'dev-idp.json'

const emptyState: DevState = { wantedPort: null, port: null, keys: {}, people: [] }

const nullableText = v.nullable(v.string())
const stateSchema = v.object({
  wantedPort: v.nullable(v.number()),
  port: v.nullable(v.number()),
  keys: v.record(v.string(), v.looseObject({ kty: v.string() })),
  people: v.array(
    v.object({
      key: v.string(),
      number: v.number(),
      name: v.string(),
      givenName: v.string(),
      familyName: v.string(),
      username: v.string(),
      email: nullableText,
      emailVerified: v.boolean(),
      picture: nullableText,
    }),
  ),
})

/** `directory` null: nothing is read or written. */
export function openStateFile(directory: string | null, log: (line: string) => void): StateFile {
  let state = directory === null ? emptyState : readState(join(directory, stateFileName), log)
  return {
    read: () => state,
    update(change) {
      state = { ...state, ...change }
      if (directory !== null) writeState(directory, state, log)
    },
  }
}

function readState(file: string, log: (line: string) => void): DevState {
  try {
    return v.parse(stateSchema, JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return emptyState
    log(`Local identity provider: ${file} cannot be read, so new keys are made.`)
    return emptyState
  }
}

function writeState(directory: string, state: DevState, log: (line: string) => void): void {
  const file = join(directory, stateFileName)
  const draft = `${file}.${process.pid}.tmp`
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
    renameSync(draft, file)
  } catch (error) {
    // A read-only disk costs stable addresses, not the sign-in.
    log(`Local identity provider: ${file} cannot be written (${(error as Error).message}).`)
  }
}
