// The only assertion for refusals in these tests.
import assert from 'node:assert/strict'
import { type ErrorCode, LatchkeyError } from '../../../src/errors.ts'

/** Asserts that the work is refused with this code, and returns the error. */
export async function refused(work: Promise<unknown>, code: ErrorCode): Promise<LatchkeyError> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof LatchkeyError)) throw error
    assert.equal(error.code, code, error.message)
    assertNoSecrets(error)
    return error
  }
  assert.fail(`not refused; ${code} was expected`)
}

/** docs/security-cases.md L1: no part of an error that a logger may print, however deep, contains a secret. */
function assertNoSecrets(error: LatchkeyError): void {
  const printed = `${error.message} ${error.detail} ${JSON.stringify(flatten(error.cause))}`
  for (const secret of [/-of-the-test/, /our-secret/, /of-this-attempt/, /eyJ[\w-]{20}/]) {
    assert.doesNotMatch(printed, secret)
  }
}

function flatten(value: unknown): unknown {
  if (!(value instanceof Error)) return value
  return { ...value, name: value.name, message: value.message, cause: flatten(value.cause) }
}
