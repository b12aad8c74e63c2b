// `latchkey/client`: for browsers. No dependency, and nothing of the server.
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
