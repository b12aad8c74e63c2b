// `latchkey/client`: for browsers. It has no dependencies and imports nothing of the server.
export { ClientError } from './client-error.ts'
export type {
  Client,
  ClientAccount,
  ClientBaseUser,
  ClientColors,
  ClientOptions,
  ClientProvider,
  ClientSession,
  ClientUser,
  Outcome,
  SignOutOptions,
  WayOptions,
} from './client-types.ts'
export { createClient } from './create-client.ts'
