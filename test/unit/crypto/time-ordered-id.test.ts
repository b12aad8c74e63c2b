import assert from 'node:assert/strict'
import { test } from 'node:test'
import { platform } from '../../../src/crypto/platform.ts'
import { createIdMaker, lowestIdAt } from '../../../src/crypto/time-ordered-id.ts'

test('ids are UUIDs of version 7 that carry the time', () => {
  const newId = createIdMaker(() => 0x0123456789ab, platform)
  const id = newId()
  assert.match(id, /^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('each id is greater than the one before it, also within a millisecond and when the clock is set back', () => {
  let time = 1_000_000
  const newId = createIdMaker(() => time, platform)
  const ids: string[] = []
  for (let count = 0; count < 20_000; count++) {
    if (count === 10_000) time -= 5_000
    ids.push(newId())
  }
  assert.deepEqual([...ids].sort(), ids)
  assert.equal(new Set(ids).size, ids.length)
})

test('the lowest id of a moment lies between what came before and what comes at it', () => {
  for (const moment of [1, 0xffff, 1_700_000_000_000]) {
    const before = createIdMaker(() => moment - 1, platform)()
    const at = createIdMaker(() => moment, platform)()
    assert.ok(before < lowestIdAt(moment))
    assert.ok(lowestIdAt(moment) <= at)
  }
})
