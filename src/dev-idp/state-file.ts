// Stores what must survive a restart: the port (issuers contain it), the signing keys and added people. One JSON file, readable
// only by its owner, and replaced atomically, so that a crash leaves either the old or the new one.
import fs, { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeOwnFolder } from '../contracts/state-folder.ts'
import { type DevState, readDevState } from './dev-state.ts'

export interface StateFile {
  read(): DevState
  update(change: Partial<DevState>): void
}

const stateFileName = 'dev-idp.json'

const emptyState: DevState = { wantedPort: null, port: null, keys: {}, people: [] }

/** If `directory` is `null`, nothing is read or written. */
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
    return readDevState(JSON.parse(readFileSync(file, 'utf8')))
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
    makeOwnFolder(fs, directory)
    writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
    renameSync(draft, file)
  } catch (error) {
    // On a read-only disk, addresses are not stable, but sign-in still works.
    log(`Local identity provider: ${file} cannot be written (${(error as Error).message}).`)
  }
}
