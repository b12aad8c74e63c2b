// Loads the package `@libsql/client`, if the application has installed it.
import { driverMissing } from '../driver-missing.ts'

/** Throws `store_unavailable` with the remedy. */
export async function loadLibsql(): Promise<Pick<typeof import('@libsql/client'), 'createClient'>> {
  try {
    return await import('@libsql/client')
  } catch (cause) {
    throw driverMissing('@libsql/client', cause)
  }
}
