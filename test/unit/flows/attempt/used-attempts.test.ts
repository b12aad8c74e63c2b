// An attempt is used once (case B4): across all servers with a store, in this process without one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createUsedAttempts, type UsedAttempts } from '../../../../src/flows/attempt/used-attempts.ts'
import { memory } from '../../../../src/stores/memory.ts'
import { assertRefusedWith } from '../assert-refused-with.ts'

/** Finishes a first delivery the way a callback does. */
async function once(
  attempts: UsedAttempts,
  id: string,
  expiresAt: number,
  finish: () => Promise<Response>,
): Promise<Response> {
  const delivery = await attempts.take(id, expiresAt)
  if (delivery instanceof Response) return delivery
  try {
    return delivery.settle(await finish())
  } catch (error) {
    delivery.fail(error)
    throw error
  }
}

for (const [where, store] of [
  ['in a store', memory()],
  ['without a store', null],
] as const) {
  test(`${where}: the first delivery is finished, a later one refused`, async () => {
    const attempts = createUsedAttempts(store, () => 0)
    let finished = 0
    const finish = async (): Promise<Response> => new Response(String(++finished))
    assert.equal(await (await once(attempts, 'later', 600, finish)).text(), '1')
    await assertRefusedWith('attempt_already_used', () => once(attempts, 'later', 600, finish))
    assert.equal(finished, 1)
    assert.equal(await (await once(attempts, 'another', 600, finish)).text(), '2')
  })

  test(`${where}: a simultaneous second delivery gets a copy of the first's answer, cookies included`, async () => {
    const attempts = createUsedAttempts(store, () => 0)
    const { promise, resolve } = Promise.withResolvers<Response>()
    let finished = 0
    const finish = (): Promise<Response> => {
      finished++
      return promise
    }
    const deliveries = [1, 2, 3].map(() => once(attempts, 'same', 600, finish))
    const answer = new Response('signed in', { headers: { 'set-cookie': 'a=1' } })
    answer.headers.append('set-cookie', 'b=2')
    resolve(answer)
    for (const delivery of await Promise.all(deliveries)) {
      assert.deepEqual(delivery.headers.getSetCookie(), ['a=1', 'b=2'])
      assert.equal(await delivery.text(), 'signed in')
    }
    assert.equal(finished, 1)
  })

  test(`${where}: what failed is used up as well, and fails for all who waited`, async () => {
    const attempts = createUsedAttempts(store, () => 0)
    const fail = async (): Promise<Response> => {
      throw new TypeError('the token endpoint is down')
    }
    const outcomes = await Promise.allSettled([1, 2].map(() => once(attempts, 'failing', 600, fail)))
    for (const outcome of outcomes) assert.equal(outcome.status, 'rejected')
    await assertRefusedWith('attempt_already_used', () => once(attempts, 'failing', 600, fail))
  })
}

test('two servers with one store: one of them finishes', async () => {
  const store = memory()
  const servers = [createUsedAttempts(store, () => 0), createUsedAttempts(store, () => 0)]
  let finished = 0
  const outcomes = await Promise.allSettled(
    servers.map((server) => once(server, 'shared', 600, async () => new Response(String(++finished)))),
  )
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  assert.equal(finished, 1)
})

test('without a store, an id is forgotten after its expiry, when its attempt can no longer be opened', async () => {
  let clock = 0
  const attempts = createUsedAttempts(null, () => clock)
  const finish = async (): Promise<Response> => new Response()
  await once(attempts, 'old', 600, finish)
  clock = 601
  await once(attempts, 'young', 1_200, finish)
  await once(attempts, 'old', 1_200, finish)
  await assertRefusedWith('attempt_already_used', () => once(attempts, 'young', 1_200, finish))
})
