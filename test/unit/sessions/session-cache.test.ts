import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SessionRecord } from '../../../src/contracts/session.ts'
import type { SessionChange } from '../../../src/contracts/session-watch.ts'
import type { Store, StoredSession } from '../../../src/contracts/store.ts'
import { sessionCache } from '../../../src/sessions/session-cache.ts'

/** A store that counts reads, with a watch that the test controls. */
function counted(options: { readonly hasWatch?: boolean } = {}) {
  const state = { reads: 0, isTrusted: true, time: 0, exists: true, tell: (_: SessionChange) => {} }
  const record = { id: 's', userId: 'u', secretHash: 'h' } as SessionRecord
  const stored = { session: record, user: { id: 'u' } } as StoredSession
  const watch = {
    begin: (changed: (change: SessionChange) => void) => {
      state.tell = changed
    },
    isTrusted: () => state.isTrusted,
  }
  const store = {
    watch: options.hasWatch === false ? null : watch,
    sessions: {
      find: () => {
        state.reads++
        return state.exists ? stored : null
      },
    },
  } as unknown as Store
  const make = (cacheMilliseconds: number) =>
    sessionCache({
      store,
      cacheMilliseconds,
      toSession: ({ session }) => ({ id: session.id }) as never,
      elapsed: () => state.time,
    })
  return { state, make, store }
}

test('a session is read once and then remembered', () => {
  const { state, make } = counted()
  const cache = make(1_000)
  for (let i = 0; i < 10; i++) assert.ok(cache.find('s'))
  assert.equal(state.reads, 1)
})

for (const change of [
  { kind: 'sessions', sessionIds: ['s'] },
  { kind: 'user', userId: 'u' },
  { kind: 'everything' },
] as const) {
  test(`G8 what ended is forgotten at once: ${change.kind}`, () => {
    const { state, make } = counted()
    const cache = make(1_000)
    cache.find('s')
    state.exists = false
    state.tell(change)
    assert.equal(cache.find('s'), null)
  })
}

test('a change of somebody else forgets nothing', () => {
  const { state, make } = counted()
  const cache = make(1_000)
  cache.find('s')
  state.tell({ kind: 'user', userId: 'other' })
  state.tell({ kind: 'sessions', sessionIds: ['other'] })
  cache.find('s')
  assert.equal(state.reads, 1)
})

test('G8 while the watch cannot be trusted, every check reads the store', () => {
  const { state, make } = counted()
  const cache = make(1_000)
  cache.find('s')
  state.isTrusted = false
  cache.find('s')
  cache.find('s')
  assert.equal(state.reads, 3)
  state.isTrusted = true
  cache.find('s')
  assert.equal(state.reads, 3)
})

test('without a watch, and with cacheSeconds 0, nothing is remembered', () => {
  for (const { hasWatch, milliseconds } of [
    { hasWatch: false, milliseconds: 1_000 },
    { hasWatch: true, milliseconds: 0 },
  ]) {
    const { state, make } = counted({ hasWatch })
    const cache = make(milliseconds)
    cache.find('s')
    cache.find('s')
    assert.equal(state.reads, 2)
  }
})

test('an entry is read again after its time', () => {
  const { state, make } = counted()
  const cache = make(1_000)
  cache.find('s')
  state.time = 999
  cache.find('s')
  assert.equal(state.reads, 1)
  state.time = 1_000
  cache.find('s')
  assert.equal(state.reads, 2)
})

test('an answer from before a change is used for nobody after it', async () => {
  const { state, make, store } = counted()
  const slow = Promise.withResolvers<StoredSession | null>()
  const stored = store.sessions.find('s')
  const cache = make(1_000)
  Object.assign(store.sessions, { find: () => slow.promise })
  const reading = cache.find('s')
  state.tell({ kind: 'sessions', sessionIds: ['s'] })
  slow.resolve(stored)
  await reading
  Object.assign(store.sessions, { find: () => null })
  assert.equal(cache.find('s'), null)
})
