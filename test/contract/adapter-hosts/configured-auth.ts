// What the applications of the suite hold, as the environment says.
import { type Auth, LatchkeyError, latchkey, type Store } from 'latchkey'
import { oidc } from 'latchkey/providers/oidc'
import { memory } from 'latchkey/stores/memory'
import type { HostEnvironment } from '../adapter-stage.ts'

export function configuredAuth(environment: HostEnvironment): Auth {
  const { IDP, PREFIX, STORE } = environment
  return latchkey({
    providers: [
      oidc({ id: 'local', issuer: `${IDP}/local` }),
      oidc({ id: 'post', issuer: `${IDP}/post`, responseMode: 'form_post' }),
    ],
    basePath: `${PREFIX}/auth`,
    store: STORE === 'broken' ? brokenStore() : undefined,
    log: () => {},
    environment,
  })
}

/** Goes down after the start. */
function brokenStore(): Store {
  const store = memory()
  const find = () => Promise.reject(new LatchkeyError('store_unavailable'))
  return { ...store, sessions: { ...store.sessions, find } }
}
