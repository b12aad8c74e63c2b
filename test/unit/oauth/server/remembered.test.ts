import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRemembered } from '../../../../src/oauth/server/remembered.ts'
import { millisecondsSince, momentAt } from '../../../../src/web/elapsed.ts'

const start = Date.UTC(2031, 0, 1)

function remembering() {
  const at = { clock: start, isUp: true, loads: 0 }
  const remembered = createRemembered({
    load: async () => {
      at.loads++
      if (!at.isUp) throw new Error('down')
      return at.loads
    },
    now: () => at.clock,
    freshSeconds: 300,
    staleSeconds: 3600,
    failureSeconds: 5,
  })
  return { at, remembered }
}

test('NH12 a clock that is set back ends the wait after a failure', async () => {
  const { at, remembered } = remembering()
  at.isUp = false
  await assert.rejects(remembered.get())
  at.isUp = true
  await assert.rejects(remembered.get(), /down/)
  assert.equal(at.loads, 1)
  at.clock -= 7_200_000
  assert.equal(await remembered.get(), 2)
})

test('NH12 a clock that is set back makes nothing fresh for hours', async () => {
  const { at, remembered } = remembering()
  await remembered.get()
  at.clock -= 7_200_000
  assert.equal(remembered.isFresh(), false)
  assert.equal(await remembered.get(), 2)
  at.clock += 299_000
  assert.equal(await remembered.get(), 2)
  at.clock += 2_000
  assert.equal(await remembered.get(), 3)
})

test('NH19 a doubt makes the next question ask again, and a flood of doubts only now and then', async () => {
  const { at, remembered } = remembering()
  remembered.doubt()
  await remembered.get()
  assert.equal(at.loads, 1)
  for (let time = 0; time < 5; time++) {
    remembered.doubt()
    await remembered.get()
  }
  assert.equal(at.loads, 2)
  at.clock += 10_000
  assert.equal(await remembered.get(), 3)
  assert.equal(await remembered.get(), 3)
  // The known value stays available while the provider is down.
  at.clock += 10_000
  at.isUp = false
  remembered.doubt()
  assert.equal(await remembered.get(), 3)
})

test('elapsed time is what either clock saw, and infinite when the wall clock went back', async () => {
  let clock = start
  const now = () => clock
  const moment = momentAt(now)
  await new Promise((resolve) => setTimeout(resolve, 5))
  assert.ok(millisecondsSince(moment, now) >= 4)
  clock += 60_000
  assert.ok(millisecondsSince(moment, now) >= 60_000)
  clock = start - 1
  assert.equal(millisecondsSince(moment, now), Number.POSITIVE_INFINITY)
})
