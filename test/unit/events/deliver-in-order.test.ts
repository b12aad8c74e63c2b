import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AuthEvent } from '../../../src/contracts/events.ts'
import { deliverInOrder } from '../../../src/events/deliver-in-order.ts'

function eventOf(sessionId: string): AuthEvent<'signed_out'> {
  return {
    type: 'signed_out',
    userId: 'user-1',
    sessionId,
    provider: 'h',
    at: new Date(0),
    referenceId: null,
    userAgent: null,
    clientAddress: null,
  }
}

const nobodyFails = (_event: AuthEvent, failure: unknown): void => {
  throw failure
}

test('events reach a slow hook one after the other, in the order in which they happened', async () => {
  const trace: string[] = []
  const { deliver, idle } = deliverInOrder(
    {
      async signed_out({ sessionId }) {
        trace.push(`${sessionId} begins`)
        await new Promise((resolve) => setTimeout(resolve, sessionId === 'a' ? 20 : 1))
        trace.push(`${sessionId} ends`)
      },
    },
    nobodyFails,
  )
  for (const id of ['a', 'b', 'c']) deliver(eventOf(id))
  assert.deepEqual(trace, [], 'the one who tells does not wait')
  await idle()
  assert.deepEqual(
    trace,
    ['a', 'b', 'c'].flatMap((id) => [`${id} begins`, `${id} ends`]),
  )
})

test('one function is given every event; a table only those that it names', async () => {
  const seen: string[] = []
  const all = deliverInOrder((event) => seen.push(event.type), nobodyFails)
  const one = deliverInOrder({ signed_in: ({ type }) => seen.push(type) }, nobodyFails)
  all.deliver(eventOf('a'))
  one.deliver(eventOf('a'))
  await Promise.all([all.idle(), one.idle()])
  assert.deepEqual(seen, ['signed_out'])
})

test('a hook that throws or rejects is told of, and the next one is called', async () => {
  const failures: unknown[] = []
  const seen: string[] = []
  const { deliver, idle } = deliverInOrder(
    {
      signed_out({ sessionId }) {
        if (sessionId === 'throws') throw new Error('thrown')
        if (sessionId === 'rejects') return Promise.reject(new Error('rejected'))
        seen.push(sessionId)
      },
    },
    (event, failure) => failures.push([event.type, String(failure)]),
  )
  for (const id of ['throws', 'rejects', 'fine']) deliver(eventOf(id))
  await idle()
  assert.deepEqual(failures, [
    ['signed_out', 'Error: thrown'],
    ['signed_out', 'Error: rejected'],
  ])
  assert.deepEqual(seen, ['fine'])
})

test('a hook that never ends does not hold up the next one for ever', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  const failures: unknown[] = []
  const seen: string[] = []
  const { deliver, idle } = deliverInOrder(
    { signed_out: ({ sessionId }) => (sessionId === 'stuck' ? new Promise(() => {}) : seen.push(sessionId)) },
    (_event, failure) => failures.push(failure),
  )
  deliver(eventOf('stuck'))
  deliver(eventOf('next'))
  await new Promise((resolve) => setImmediate(resolve))
  assert.deepEqual(seen, [])
  context.mock.timers.tick(10_000)
  await idle()
  assert.deepEqual(seen, ['next'])
  assert.equal(failures.length, 1)
})

test('a flood behind a stuck hook is bounded', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  let lost = 0
  const { deliver } = deliverInOrder({ signed_out: () => new Promise(() => {}) }, () => {
    lost += 1
  })
  for (let count = 0; count < 10_005; count++) deliver(eventOf('x'))
  assert.equal(lost, 5)
})
