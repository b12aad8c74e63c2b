// Loads the package `redis`, if the application has installed it.
import { driverMissing } from '../driver-missing.ts'

/** Throws `store_unavailable` with the remedy. */
export async function loadRedis(): Promise<typeof import('redis')> {
  try {
    return await import('redis')
  } catch (cause) {
    throw driverMissing('redis', cause)
  }
}
