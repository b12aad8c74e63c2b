// The next version of Latchkey, as far as its schema goes: these very sources with one migration more.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { MIGRATIONS } from './next-version/list.ts'

const command = fileURLToPath(new URL('../../src/cli/latchkey.ts', import.meta.url))

/** In the environment of a program, makes it the next version. */
export const nextVersion: Readonly<Record<string, string>> = {
  NODE_OPTIONS: `--import=${new URL('./next-version/register.ts', import.meta.url).href}`,
}

/** The name of the migration that today's version does not know. */
export const nextMigration: string = MIGRATIONS.at(-1)?.name ?? ''

/** `latchkey migrate` of the next version. Answers what it printed. */
export async function migrateWithNextVersion(databaseUrl: string, ...args: string[]): Promise<string> {
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl, ...nextVersion }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=latchkey-source', command, 'migrate', ...args],
    { env },
  )
  return stdout
}
