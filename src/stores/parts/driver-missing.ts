// A database's driver is the application's to install, and is loaded at the first use of its store. Each import of one stands
// within `try`: a bundler then leaves a package that is not installed for later, instead of failing.
import { LatchkeyError } from '../../errors.ts'

export function driverMissing(name: string, cause: unknown): LatchkeyError {
  const detail = `The package ${name} could not be loaded. Is it installed? npm install ${name}`
  return new LatchkeyError('store_unavailable', { detail, cause })
}
