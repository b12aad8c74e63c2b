// The only assertion for refusals in the tests of flows.
import assert from 'node:assert/strict'
import { type ErrorCode, LatchkeyError } from '../../../src/errors.ts'

/** Asserts that the work throws a LatchkeyError with this code. */
export async function assertRefusedWith(code: ErrorCode, work: () => unknown): Promise<void> {
  await assert.rejects(
    async () => work(),
    (error) => {
      assert.ok(error instanceof LatchkeyError, String(error))
      assert.equal(error.code, code, error.detail)
      return true
    },
  )
}
