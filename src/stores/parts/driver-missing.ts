// The application installs the database's driver, and the store loads it on first use. Each of these imports is inside a `try`, so
// that bundlers accept a package that is not installed instead of failing.
import { LatchkeyError } from '../../errors.ts'

export function driverMissing(name: string, cause: unknown): LatchkeyError {
  const detail = `The package ${name} could not be loaded. Is it installed? npm install ${name}`
  return new LatchkeyError('store_unavailable', { detail, cause })
}
