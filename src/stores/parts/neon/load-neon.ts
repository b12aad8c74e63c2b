// Loads the package `@neondatabase/serverless`, if the application has installed it.
import { driverMissing } from '../driver-missing.ts'

/** Throws `store_unavailable` with the remedy. */
export async function loadNeon(): Promise<Pick<typeof import('@neondatabase/serverless'), 'neon'>> {
  try {
    return await import('@neondatabase/serverless')
  } catch (cause) {
    throw driverMissing('@neondatabase/serverless', cause)
  }
}
