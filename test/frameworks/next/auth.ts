import { LatchkeyError, latchkey } from 'latchkey'
import { nextLatchkey } from 'latchkey/next'
import { oidc } from 'latchkey/providers/oidc'
import { memory } from 'latchkey/stores/memory'

export const {
  GET,
  POST,
  auth,
  requireUser,
  requireFresh,
  requireRole,
  routeForUser,
  routeForFresh,
  guardedProxy,
} = nextLatchkey(() => {
  const { IDP, PREFIX, STORE } = process.env
  return latchkey({
    providers: [
      oidc({ id: 'local', issuer: `${IDP}/local` }),
      oidc({ id: 'post', issuer: `${IDP}/post`, responseMode: 'form_post' }),
    ],
    basePath: `${PREFIX}/auth`,
    store: STORE === 'broken' ? brokenStore() : undefined,
    log: () => {},
  })
})

/** Goes down after the start. */
function brokenStore() {
  const store = memory()
  const find = () => Promise.reject(new LatchkeyError('store_unavailable'))
  return { ...store, sessions: { ...store.sessions, find } }
}
