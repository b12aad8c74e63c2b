// A "next version" of Latchkey: the same sources with one more migration.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { MIGRATIONS } from './next-version/list.ts'

const command = fileURLToPath(new URL('../../src/cli/latchkey.ts', import.meta.url))

/** Environment variables that turn a program into the next version. */
export const nextVersion: Readonly<Record<string, string>> = {
  NODE_OPTIONS: `--import=${new URL('./next-version/register.ts', import.meta.url).href}`,
}

/** The name of the migration that the current version does not know. */
export const nextMigration: string = MIGRATIONS.at(-1)?.name ?? ''

/** Runs `latchkey migrate` of the next version. Returns its output. */
export async function migrateWithNextVersion(databaseUrl: string, ...args: string[]): Promise<string> {
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl, ...nextVersion }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=latchkey-source', command, 'migrate', ...args],
    { env },
  )
  return stdout
}
