import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRandomPool } from '../../../src/crypto/random-pool.ts'

/** Counts upwards in pairs of bytes, so that a repeated portion is visible. */
function countingDraw() {
  const draws: Uint8Array[] = []
  let next = 1
  return {
    draws,
    draw(bytes: Uint8Array<ArrayBuffer>) {
      draws.push(bytes)
      for (let at = 0; at < bytes.length; at++) bytes[at] = at % 2 === 0 ? next >> 8 : next++ & 0xff
    },
  }
}

test('portions have the length that was asked for and follow one another', () => {
  const { draw, draws } = countingDraw()
  const take = createRandomPool(draw)
  assert.deepEqual([...take(4)], [0, 1, 0, 2])
  assert.deepEqual([...take(2)], [0, 3])
  assert.deepEqual([...take(0)], [])
  assert.equal(draws.length, 1)
})

test('no portion is handed out twice, over many draws', () => {
  const { draw, draws } = countingDraw()
  const take = createRandomPool(draw)
  const seen = new Set<string>()
  for (let round = 0; round < 1_000; round++) seen.add(take(16 + 2 * (round % 9)).join())
  assert.equal(seen.size, 1_000)
  assert.ok(draws.length > 2)
})

test('what was handed out is wiped from the pool, and the portion stays what it was', () => {
  const { draw, draws } = countingDraw()
  const portion = createRandomPool(draw)(32)
  assert.deepEqual([...(draws[0]?.subarray(0, 32) ?? [])], new Array(32).fill(0))
  assert.equal(portion[1], 1)
  assert.notEqual(portion.buffer, draws[0]?.buffer)
})

test('a large portion is drawn by itself', () => {
  const { draw, draws } = countingDraw()
  assert.equal(createRandomPool(draw)(10_000).length, 10_000)
  assert.equal(draws[0]?.length, 10_000)
})
