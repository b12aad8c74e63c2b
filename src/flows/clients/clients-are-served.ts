// The routes of the authorization server exist only if the application has clients that use them.
import { LatchkeyError } from '../../errors.ts'
import type { Parts } from '../request/parts.ts'

/** Throws `request_not_found`. */
export function checkClientsAreServed({ settings }: Parts, by?: 'code' | 'device'): void {
  const isServed = settings.clients.some(
    ({ device, redirectUris }) => by === undefined || (by === 'device' ? device : redirectUris.length > 0),
  )
  if (isServed) return
  throw new LatchkeyError('request_not_found', {
    detail: 'No client is configured that uses this route (the option clients, NATIVE_CLIENTS).',
  })
}
