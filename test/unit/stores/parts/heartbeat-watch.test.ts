import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SessionChange } from '../../../../src/contracts/session-watch.ts'
import {
  type ChannelListener,
  type HeartbeatWatch,
  heartbeatWatch,
} from '../../../../src/stores/parts/heartbeat-watch.ts'

const watches: HeartbeatWatch[] = []
afterEach(() => Promise.all(watches.splice(0).map((watch) => watch.close())))

/** An in-process channel whose delivery the test can delay or break. */
function laboratory() {
  const told: SessionChange[] = []
  const state = {
    time: 0,
    isOpenable: true,
    isDelivering: true,
    opened: 0,
    listener: null as ChannelListener | null,
  }
  const watch = heartbeatWatch({
    id: 'one',
    elapsed: () => state.time,
    tell: (change) => told.push(change),
    open: async (listener) => {
      if (!state.isOpenable) throw new Error('down')
      state.opened++
      state.listener = listener
      return {
        send: async (message) => {
          if (state.isDelivering) listener.heard(message)
        },
        close: async () => {},
      }
    },
  })
  watches.push(watch)
  return { watch, state, told }
}

const settled = () => sleep(5)

test('it is trusted once its own beat came back, not before', async () => {
  const { watch } = laboratory()
  assert.equal(watch.isTrusted(), false)
  await settled()
  assert.equal(watch.isTrusted(), true)
})

test('a beat that does not come back leaves it without trust', async () => {
  const { watch, state } = laboratory()
  state.isDelivering = false
  watch.isTrusted()
  await settled()
  assert.equal(watch.isTrusted(), false)
})

test('G8 trust ends a second after the last beat that came back left', async () => {
  const { watch, state } = laboratory()
  watch.isTrusted()
  await settled()
  state.isDelivering = false
  state.time = 999
  assert.equal(watch.isTrusted(), true)
  state.time = 1_000
  assert.equal(watch.isTrusted(), false)
})

test('a lost connection ends trust at once, forgets everything, and is opened again', async () => {
  const { watch, state, told } = laboratory()
  watch.isTrusted()
  await settled()
  told.length = 0
  state.listener?.lost()
  assert.equal(watch.isTrusted(), false)
  assert.deepEqual(told, [{ kind: 'everything' }])
  await sleep(150)
  assert.equal(state.opened, 2)
  assert.equal(watch.isTrusted(), true)
})

test('a channel that cannot be opened is tried again', async () => {
  const { watch, state } = laboratory()
  state.isOpenable = false
  watch.isTrusted()
  await settled()
  assert.equal(watch.isTrusted(), false)
  state.isOpenable = true
  await sleep(150)
  assert.equal(watch.isTrusted(), true)
})

test('changes of others are told; what is unknown is not', async () => {
  const { watch, state, told } = laboratory()
  watch.isTrusted()
  await settled()
  told.length = 0
  for (const message of ['ended a b', 'user u', 'beat two 5', 'newer thing', ''])
    state.listener?.heard(message)
  assert.deepEqual(told, [
    { kind: 'sessions', sessionIds: ['a', 'b'] },
    { kind: 'user', userId: 'u' },
  ])
})
