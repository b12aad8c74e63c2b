import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownCopy } from '../../../src/web/own-copy.ts'

test('a copy is the same text', () => {
  const header = `a=b; latchkey-3000=${'x'.repeat(30)}.ä€😀; c=d`
  const part = header.slice(20, 55)
  assert.equal(ownCopy(part), part)
  assert.equal(ownCopy(''), '')
})
