// Expired rows are deleted in small batches, without delaying or failing a sign-in.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import type { Store, Swept } from '../../../src/contracts/store.ts'
import { createSweeper } from '../../../src/sessions/sweeper.ts'
import { memory } from '../../../src/stores/memory.ts'
import { newAccount, newHandle, newSession, newUser } from '../../../src/testing/contract/store/records.ts'
import { describeProvider, startInProcess } from '../../support/in-process-application.ts'
import { newPerson, signIn } from '../../support/journeys.ts'
import { startProvider } from '../../support/provider.ts'

const HOUR = 3_600_000
const fail = (error: unknown): void => assert.fail(String(error))
const noPause = async (): Promise<void> => {}

/** A store with this many expired rows; only sweeping works. */
function withExpired(rows: number) {
  const calls: { now: number; limit: number }[] = []
  let left = rows
  const sweep = async (now: number, limit: number): Promise<number> => {
    calls.push({ now, limit })
    const gone = Math.min(left, limit)
    left -= gone
    return gone
  }
  return { sessions: { sweep }, marks: nothing, tokens: nothing, calls, left: () => left }
}

const nothing: Swept = { sweep: async () => 0 }

const settle = async (): Promise<void> => {
  for (let turns = 0; turns < 20; turns++) await turn()
}

test('all that expired goes, batch by batch, an hour after its end', async () => {
  const store = withExpired(1_700)
  const moment = 10 * HOUR
  createSweeper({ store, now: () => moment, onError: fail, pause: noPause }).sweepIfDue()
  await settle()
  assert.equal(store.left(), 0)
  assert.equal(store.calls.length, 4)
  for (const { now, limit } of store.calls) {
    assert.equal(now, moment - HOUR)
    assert.ok(limit <= 500)
  }
})

test('a process looks once a minute, however many people sign in, and again after a clock was set back', async () => {
  const store = withExpired(0)
  let moment = 10 * HOUR
  const sweeper = createSweeper({ store, now: () => moment, onError: fail, pause: noPause })
  const signInAt = async (at: number): Promise<number> => {
    moment = at
    sweeper.sweepIfDue()
    await settle()
    return store.calls.length
  }
  assert.equal(await signInAt(10 * HOUR), 1)
  assert.equal(await signInAt(10 * HOUR + 59_999), 1)
  assert.equal(await signInAt(10 * HOUR + 60_000), 2)
  assert.equal(await signInAt(2 * HOUR), 3)
})

test('one sweep is bounded, and the next goes on', async () => {
  const store = withExpired(250_000)
  let moment = 10 * HOUR
  const sweeper = createSweeper({ store, now: () => moment, onError: fail, pause: noPause })
  sweeper.sweepIfDue()
  while (store.calls.length < 400) await turn()
  await settle()
  assert.equal(store.calls.length, 400)
  moment += 60_000
  sweeper.sweepIfDue()
  while (store.left() > 0) await turn()
})

test('a store that fails is told of and asked again a minute later; a stopped sweeper asks no more', async () => {
  let moment = 10 * HOUR
  const errors: unknown[] = []
  const broken = new Error('disk full')
  const store = { sessions: { sweep: async () => Promise.reject(broken) }, marks: nothing, tokens: nothing }
  const sweeper = createSweeper({ store, now: () => moment, onError: (error) => errors.push(error) })
  sweeper.sweepIfDue()
  await settle()
  assert.deepEqual(errors, [broken])
  moment += 60_000
  sweeper.sweepIfDue()
  await settle()
  assert.equal(errors.length, 2)
  await sweeper.stop()
  moment += 60_000
  sweeper.sweepIfDue()
  await settle()
  assert.equal(errors.length, 2)
})

test('a sign-in sweeps what others left behind, and leaves what lives', async (t) => {
  const h = await startProvider()
  t.after(() => h.stop())
  const store: Store = memory()
  const app = await startInProcess({ providers: [describeProvider('h', h)], store })
  t.after(() => app.stop())
  const user = newUser()
  await store.users.create(user, newAccount(user.id))
  const now = app.clock
  const expired = { ...newSession(user.id), expiresAt: now - 2 * HOUR, endsAt: now - 2 * HOUR }
  const living = { ...newSession(user.id), expiresAt: now + HOUR, endsAt: now + HOUR }
  await store.sessions.insert(expired)
  await store.sessions.insert(living)
  const mark = newHandle()
  await store.marks.useOnce(mark, now - 2 * HOUR)
  await signIn(app.browser(), app, 'h', { at: h, as: newPerson() })
  await settle()
  assert.equal(await store.sessions.find(expired.id), null)
  assert.equal((await store.sessions.find(living.id))?.session.id, living.id)
  assert.equal(await store.marks.useOnce(mark, now + HOUR), true)
})
