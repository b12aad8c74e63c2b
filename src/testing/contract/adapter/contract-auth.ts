// What the applications of the suite hold, as the environment says.
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
