import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSlots } from '../../../src/outbound/slots.ts'

const never = new AbortController().signal
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Work that ends when the test calls `finish`. */
function startable() {
  const { promise, resolve } = Promise.withResolvers<void>()
  const state = { started: false, finish: resolve }
  const work = () => {
    state.started = true
    return promise
  }
  return Object.assign(state, { work })
}

test('more work than the limit waits its turn, for each key apart', async () => {
  const slots = createSlots(1)
  const [first, second, elsewhere] = [startable(), startable(), startable()]
  const runs = [
    slots.use('a', never, first.work),
    slots.use('a', never, second.work),
    slots.use('b', never, elsewhere.work),
  ]
  await nextTurn()
  assert.deepEqual([first.started, second.started, elsewhere.started], [true, false, true])
  first.finish()
  await nextTurn()
  assert.equal(second.started, true)
  second.finish()
  elsewhere.finish()
  await Promise.all(runs)
})

test('who gives up waiting is never run and blocks nobody', async () => {
  const slots = createSlots(1)
  const [first, second, third] = [startable(), startable(), startable()]
  const controller = new AbortController()
  const runs = [slots.use('a', never, first.work), slots.use('a', never, third.work)]
  const given = slots.use('a', controller.signal, second.work)
  controller.abort(new Error('enough'))
  await assert.rejects(given, /enough/)
  first.finish()
  await nextTurn()
  assert.deepEqual([second.started, third.started], [false, true])
  third.finish()
  await Promise.all(runs)
})

test('work that fails gives its place back', async () => {
  const slots = createSlots(1)
  const fail = () => slots.use('a', never, () => Promise.reject(new Error('broken')))
  await assert.rejects(fail(), /broken/)
  await assert.rejects(fail(), /broken/)
  assert.equal(await slots.use('a', never, async () => 'ok'), 'ok')
})

test('an aborted signal keeps work from starting', async () => {
  const { work, ...state } = startable()
  await assert.rejects(createSlots(1).use('a', AbortSignal.abort(new Error('late')), work), /late/)
  assert.equal(state.started, false)
})
