import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as settled } from 'node:timers/promises'
import type { SessionChange } from '../../../src/contracts/session-watch.ts'
import type { Store } from '../../../src/contracts/store.ts'
import { LatchkeyError } from '../../../src/errors.ts'
import { createSessionSignals } from '../../../src/sessions/session-signals.ts'

const start = Date.UTC(2026, 0, 1)
const hour = 3_600_000

/** A store whose watch and rows the test controls, with clocks and a timer that it advances. */
function world({ hasWatch = true, hasStore = true }: { hasWatch?: boolean; hasStore?: boolean } = {}) {
  const state = {
    now: start,
    elapsed: 0,
    reads: 0,
    isTrusted: true,
    isDown: false,
    isRepeating: false,
    expiresAt: new Map([
      ['one', start + hour],
      ['two', start + hour],
    ]),
    tell: (_: SessionChange) => {},
    tick: () => {},
  }
  const watch = {
    begin: (changed: (change: SessionChange) => void) => {
      state.tell = changed
    },
    isTrusted: () => state.isTrusted,
  }
  const store = {
    watch: hasWatch ? watch : null,
    sessions: {
      async find(id: string) {
        state.reads++
        if (state.isDown) throw new LatchkeyError('store_unavailable')
        const expiresAt = state.expiresAt.get(id)
        return expiresAt === undefined ? null : { session: { id, expiresAt, endsAt: start + 10 * hour } }
      },
    },
  } as unknown as Store
  const signals = createSessionSignals({
    store: hasStore ? store : null,
    now: () => state.now,
    elapsed: () => state.elapsed,
    repeat(work) {
      state.tick = work
      state.isRepeating = true
      return () => {
        state.isRepeating = false
      }
    },
  })
  const signal = (id: string) =>
    signals.signal({ id, expiresAt: new Date(start + hour), endsAt: new Date(start + 10 * hour) })
  async function pass(milliseconds: number): Promise<void> {
    for (let left = milliseconds; left > 0; left -= 250) {
      state.now += 250
      state.elapsed += 250
      state.tick()
      await settled()
    }
  }
  return { state, signals, signal, pass }
}

test('a session that is heard to have ended fires; another one does not, nor does one that was renewed', async () => {
  const { state, signal } = world()
  const [one, again, two] = [signal('one'), signal('one'), signal('two')]
  await settled()
  assert.equal(one.aborted, false)
  state.expiresAt.delete('one')
  state.tell({ kind: 'sessions', sessionIds: ['one', 'two', 'unknown'] })
  await settled()
  assert.deepEqual([one.aborted, again.aborted, two.aborted], [true, true, false])
  assert.equal((one.reason as LatchkeyError).code, 'session_required')
})

test('what was heard while the store was down, or read already, is read again', async () => {
  const { state, signal } = world()
  const [one, two] = [signal('one'), signal('two')]
  // Reads of both sessions are in progress.
  state.expiresAt.delete('one')
  state.tell({ kind: 'sessions', sessionIds: ['one'] })
  await settled()
  state.tick()
  await settled()
  assert.deepEqual([one.aborted, two.aborted], [true, false])
  state.isDown = true
  state.expiresAt.delete('two')
  state.tell({ kind: 'sessions', sessionIds: ['two'] })
  await settled()
  assert.equal(two.aborted, false)
  state.isDown = false
  state.tick()
  await settled()
  assert.equal(two.aborted, true)
})

test('what ended between the check and the question fires', async () => {
  const { state, signal } = world()
  state.expiresAt.delete('one')
  const one = signal('one')
  await settled()
  assert.equal(one.aborted, true)
})

for (const change of [{ kind: 'everything' }, { kind: 'user', userId: 'u' }] as const) {
  test(`where something may have been missed (${change.kind}), the store is asked`, async () => {
    const { state, signal } = world()
    const [one, two] = [signal('one'), signal('two')]
    await settled()
    state.expiresAt.delete('one')
    state.tell(change)
    await settled()
    assert.deepEqual([one.aborted, two.aborted], [true, false])
  })
}

for (const [what, options] of [
  ['without a watch', { hasWatch: false }],
  ['while the watch cannot be trusted', { hasWatch: true }],
] as const) {
  test(`${what} the store is asked twice a second`, async () => {
    const { state, signal, pass } = world(options)
    state.isTrusted = false
    const one = signal('one')
    await settled()
    state.expiresAt.delete('one')
    await pass(500)
    assert.equal(one.aborted, true)
  })
}

test('a watch that is trusted costs no reads', async () => {
  const { state, signal, pass } = world()
  signal('one')
  await settled()
  const { reads } = state
  await pass(10_000)
  assert.equal(state.reads, reads)
})

test('an expiry that other requests have moved is looked at, and the last one fires', async () => {
  const { state, signal, pass } = world()
  const one = signal('one')
  await settled()
  state.expiresAt.set('one', start + 2 * hour)
  state.now = start + hour
  await pass(500)
  assert.equal(one.aborted, false)
  state.now = start + 2 * hour
  await pass(500)
  assert.equal(one.aborted, true)
})

test('a short outage closes nothing, a long one everything', async () => {
  const { state, signal, pass } = world()
  const one = signal('one')
  await settled()
  state.isTrusted = false
  state.isDown = true
  await pass(29_000)
  assert.equal(one.aborted, false)
  state.isDown = false
  await pass(1000)
  state.isDown = true
  await pass(29_000)
  assert.equal(one.aborted, false, 'counted from when it was last known to live')
  await pass(2000)
  assert.equal(one.aborted, true)
  assert.equal((one.reason as LatchkeyError).code, 'store_unavailable')
})

test('nobody who listens, nothing that is asked', async () => {
  const { state, signal, signals } = world()
  const [one, again] = [signal('one'), signal('one')]
  one.release()
  assert.equal(state.isRepeating, true)
  again.release()
  again.release()
  assert.equal(state.isRepeating, false)
  await settled()
  state.tell({ kind: 'sessions', sessionIds: ['one'] })
  assert.deepEqual([one.aborted, again.aborted], [false, false])
  const anew = signal('one')
  await settled()
  assert.equal(state.isRepeating, true)
  signals.close()
  assert.equal(state.isRepeating, false)
  assert.equal(anew.aborted, false)
})

test('without a store a session ends by its expiry, and by a sign-out in this process', async () => {
  const { state, signal, signals, pass } = world({ hasStore: false })
  const [one, two] = [signal('one'), signal('two')]
  await pass(500)
  signals.ended(['one'])
  assert.deepEqual([one.aborted, two.aborted], [true, false])
  state.now = start + hour
  await pass(250)
  assert.equal(two.aborted, true)
})
