import { LatchkeyError, latchkey } from 'latchkey'
import { oidc } from 'latchkey/providers/oidc'
import { memory } from 'latchkey/stores/memory'

/** Created at the first request, because `vite build` runs this file without any variable. */
export function makeAuth() {
  const { env } = process
  return latchkey({
    providers: [
      oidc({ id: 'local', issuer: `${env.IDP}/local` }),
      oidc({ id: 'post', issuer: `${env.IDP}/post`, responseMode: 'form_post' }),
    ],
    basePath: `${env.PREFIX}/auth`,
    ...storing(env.STORE),
    log: () => {},
    environment: env,
  })
}

/** Clients of the application's own need stored sessions. */
function storing(store = '') {
  if (store === 'memory') return { store: memory(), clients: [{ id: 'device', device: true }], bearer: true }
  return store === 'broken' ? { store: brokenStore() } : {}
}

/** Fails after the start. */
function brokenStore() {
  const store = memory()
  const find = () => Promise.reject(new LatchkeyError('store_unavailable'))
  return { ...store, sessions: { ...store.sessions, find } }
}
