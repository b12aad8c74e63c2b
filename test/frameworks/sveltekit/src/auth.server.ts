import { LatchkeyError, latchkey } from 'latchkey'
import { oidc } from 'latchkey/providers/oidc'
import { memory } from 'latchkey/stores/memory'

/** Made at the first request: `vite build` runs this file without any variable. */
export function makeAuth() {
  const { env } = process
  return latchkey({
    providers: [
      oidc({ id: 'local', issuer: `${env.IDP}/local` }),
      oidc({ id: 'post', issuer: `${env.IDP}/post`, responseMode: 'form_post' }),
    ],
    basePath: `${env.PREFIX}/auth`,
    store: env.STORE === 'broken' ? brokenStore() : undefined,
    log: () => {},
    environment: env,
  })
}

/** Goes down after the start. */
function brokenStore() {
  const store = memory()
  const find = () => Promise.reject(new LatchkeyError('store_unavailable'))
  return { ...store, sessions: { ...store.sessions, find } }
}
