import assert from 'node:assert/strict'
import { test } from 'node:test'
import { platform } from '../../../src/crypto/platform.ts'
import { timeOrderedHandle } from '../../../src/crypto/time-ordered-handle.ts'

test('handles sort byte by byte as the moments they were made at', () => {
  const moments = [
    0, 1, 63, 64, 4_095, 1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000, 4_000_000_000_000,
  ]
  const handles = moments.map((moment) => timeOrderedHandle(moment, platform))
  for (const handle of handles) assert.match(handle, /^[A-Za-z0-9_-]{22}$/)
  assert.deepEqual([...handles].sort(), handles)
})

test('within a millisecond no two are equal, and all of the rest is random', () => {
  const handles = Array.from({ length: 1_000 }, () => timeOrderedHandle(1_700_000_000_000, platform))
  assert.equal(new Set(handles).size, handles.length)
  assert.equal(new Set(handles.map((handle) => handle.slice(0, 7))).size, 1)
  const noMoreRandom = { randomBytes: (length: number) => new Uint8Array(length) }
  assert.match(timeOrderedHandle(1_700_000_000_000, noMoreRandom), /A{15}$/)
})

test('a clock that is out of its mind yields a handle all the same', () => {
  for (const moment of [-1, 0.5, 2 ** 53]) assert.equal(timeOrderedHandle(moment, platform).length, 22)
})
