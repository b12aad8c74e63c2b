import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadOnce } from '../../../src/contracts/load-once.ts'

test('what is loaded is loaded once, for all who ask, and not before', async () => {
  let loads = 0
  const load = loadOnce(async () => {
    loads += 1
    return { loads }
  })
  assert.equal(loads, 0)
  const [one, other] = await Promise.all([load(), load()])
  assert.equal(one, other)
  assert.equal(await load(), one)
  assert.equal(loads, 1)
})

test('what failed is told to all who asked, and loaded again by the next one', async () => {
  let isBroken = true
  let loads = 0
  const load = loadOnce(async () => {
    loads += 1
    if (isBroken) throw new Error('not yet')
    return loads
  })
  const outcomes = await Promise.allSettled([load(), load()])
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  assert.equal(loads, 1)
  isBroken = false
  assert.equal(await load(), 2)
})
