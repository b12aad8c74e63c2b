// Loads the package `mysql2`, if the application has installed it.
import { driverMissing } from '../driver-missing.ts'

/** Throws `store_unavailable` with the remedy. */
export async function loadMysql2(): Promise<typeof import('mysql2')> {
  try {
    return (await import('mysql2')).default
  } catch (cause) {
    throw driverMissing('mysql2', cause)
  }
}
