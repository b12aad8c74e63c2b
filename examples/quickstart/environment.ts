// A `.env` file at the root is read; variables that are set already win.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadEnvFile } from 'node:process'

/** The environment of this process, completed from `.env` in the working directory or at the repository's root. */
export function loadEnvironment(): NodeJS.ProcessEnv {
  const candidates = [resolve('.env'), resolve(import.meta.dirname, '../../.env')]
  const file = candidates.find((path) => existsSync(path))
  if (file) loadEnvFile(file)
  return process.env
}
