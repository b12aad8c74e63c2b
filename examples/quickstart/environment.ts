// Reads a `.env` file; variables that are already set take precedence.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadEnvFile } from 'node:process'

/** The environment of this process, with the missing variables from `.env` in the working directory or the repository's root. */
export function loadEnvironment(): NodeJS.ProcessEnv {
  const candidates = [resolve('.env'), resolve(import.meta.dirname, '../../.env')]
  const file = candidates.find((path) => existsSync(path))
  if (file) loadEnvFile(file)
  return process.env
}
