// The `auth` of the application under test.
import type { OwnClientOptions } from '../../../contracts/client.ts'
import type { Store } from '../../../contracts/store.ts'
import { LatchkeyError } from '../../../errors.ts'
import { type Auth, latchkey } from '../../../latchkey.ts'
import { oidc } from '../../../providers/oidc.ts'
import { memory } from '../../../stores/memory.ts'
import type { HostEnvironment } from './stage.ts'

/** Creates the `auth` of the application under test from its environment. Loads none of Node's own modules. */
export function contractAuth(environment: HostEnvironment): Auth {
  const { IDP, PREFIX, STORE } = environment
  return latchkey({
    providers: [
      oidc({ id: 'local', issuer: `${IDP}/local` }),
      oidc({ id: 'post', issuer: `${IDP}/post`, responseMode: 'form_post' }),
    ],
    basePath: `${PREFIX}/auth`,
    ...storing(STORE),
    log: () => {},
    environment,
  })
}

/** The application's own clients can have a session only if sessions are stored. */
function storing(store: string): OwnClientOptions & { readonly store?: Store } {
  if (store === 'memory') return { store: memory(), clients: [{ id: 'device', device: true }], bearer: true }
  return store === 'broken' ? { store: brokenStore() } : {}
}

/** Works at the start, then fails every session check. */
function brokenStore(): Store {
  const store = memory()
  const find = () => Promise.reject(new LatchkeyError('store_unavailable'))
  return { ...store, sessions: { ...store.sessions, find } }
}
