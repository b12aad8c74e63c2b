// Loads the package `pg`, if the application has installed it.
import { driverMissing } from '../driver-missing.ts'

/** Throws `store_unavailable` with the remedy. */
export async function loadPg(): Promise<Pick<typeof import('pg'), 'Client' | 'Pool'>> {
  try {
    return (await import('pg')).default
  } catch (cause) {
    throw driverMissing('pg', cause)
  }
}
