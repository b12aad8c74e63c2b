import assert from 'node:assert/strict'
import { LatchkeyError } from '../../../src/errors.ts'

/** Asserts that an option stops the start and that the detail says why. */
export function refusedWith(start: () => unknown, detail: RegExp): void {
  assert.throws(start, (error) => {
    assert.ok(error instanceof LatchkeyError)
    assert.equal(error.code, 'config_option_invalid')
    assert.match(error.detail ?? '', detail)
    return true
  })
}
