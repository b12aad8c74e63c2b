import assert from 'node:assert/strict'
import { test } from 'node:test'
import { platform } from '../../../src/crypto/platform.ts'
import { referenceId } from '../../../src/crypto/reference-id.ts'

test('a reference is made of letters and digits that cannot be mistaken for each other', () => {
  const ids = Array.from({ length: 1_000 }, () => referenceId(platform.randomBytes))
  for (const id of ids) assert.match(id, /^[0-9a-hjkmnp-tv-z]{10}$/)
  assert.equal(new Set(ids).size, ids.length)
  assert.equal(
    referenceId((length) => new Uint8Array(length).fill(255)),
    'zzzzzzzzzz',
  )
})
