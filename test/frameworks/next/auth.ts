import { LatchkeyError, latchkey } from 'latchkey'
import { optionsFromEnvironment } from 'latchkey/environment'
import { nextLatchkey } from 'latchkey/next'
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
  routeForRole,
  routeForClaim,
  guardedProxy,
} = nextLatchkey(async () => {
  const { STORE } = process.env
  return latchkey({
    ...(await optionsFromEnvironment(process.env)),
    store: storeFor(STORE),
    log: () => {},
  })
})

function storeFor(kind = '') {
  if (kind === 'memory') return memory()
  return kind === 'broken' ? brokenStore() : undefined
}

/** Fails after the start. */
function brokenStore() {
  const store = memory()
  const find = () => Promise.reject(new LatchkeyError('store_unavailable'))
  return { ...store, sessions: { ...store.sessions, find } }
}
