// What the applications of the suite hold, as the environment says.
import type { OwnClientOptions } from '../../../contracts/client.ts'
import type { Store } from '../../../contracts/store.ts'
import { LatchkeyError } from '../../../errors.ts'
import { type Auth, latchkey } from '../../../latchkey.ts'
import { oidc } from '../../../providers/oidc.ts'
import { memory } from '../../../stores/memory.ts'
import type { HostEnvironment } from './stage.ts'

/** The `auth` of the application under test, as its environment says. Nothing of Node is loaded for it. */
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

/** Where sessions are stored, the application's own clients may have one. */
function storing(store: string): OwnClientOptions & { readonly store?: Store } {
  if (store === 'memory') return { store: memory(), clients: [{ id: 'device', device: true }], bearer: true }
  return store === 'broken' ? { store: brokenStore() } : {}
}

/** Goes down after the start. */
function brokenStore(): Store {
  const store = memory()
  const find = () => Promise.reject(new LatchkeyError('store_unavailable'))
  return { ...store, sessions: { ...store.sessions, find } }
}
