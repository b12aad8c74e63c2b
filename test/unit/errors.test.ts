// Errors are recognized across copies of the package; a monorepo may install two.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { LatchkeyError } from 'latchkey'
import { issueTestSession } from 'latchkey/testing'

test('NS13 an error of another copy is a LatchkeyError, other errors are none', async () => {
  const copy: { readonly LatchkeyError: typeof LatchkeyError } = await import(`../../src/errors.ts?${'copy'}`)
  assert.notEqual(copy.LatchkeyError, LatchkeyError)
  const foreign: unknown = new copy.LatchkeyError('session_required')
  assert.ok(foreign instanceof LatchkeyError)
  assert.equal(foreign.code, 'session_required')
  assert.ok(new LatchkeyError('session_required') instanceof LatchkeyError)
  for (const other of [new Error('x'), { code: 'session_required' }, null, undefined, 'text']) {
    assert.equal((other as unknown) instanceof LatchkeyError, false)
  }
  class Narrower extends LatchkeyError {}
  assert.equal(new LatchkeyError('session_required') instanceof Narrower, false)
  assert.ok(new Narrower('session_required') instanceof Narrower)
  assert.doesNotMatch(inspect(foreign), /latchkey\.error/)
})

test('NS13 issueTestSession says what it was given', async () => {
  await assert.rejects(
    issueTestSession({} as never, {}, { origin: 'http://localhost:1' }),
    /two copies are installed/,
  )
})

test('an error of the configuration is printed as its message, its reason and the lines of the application', () => {
  const printed = inspect(new LatchkeyError('config_secret_weak', { cause: new Error('5 bytes') }))
  assert.match(printed, /^LatchkeyError: config_secret_weak: A secret is shorter than 32 bytes/)
  assert.match(printed, /\n {2}\[cause\]: 5 bytes\n/)
  assert.match(printed, /\n +at .*errors\.test\.ts:\d+/)
  assert.doesNotMatch(printed, /forPerson|retryAfterSeconds|node:internal/)
  // Where a request failed, everything may be a clue.
  assert.match(inspect(new LatchkeyError('provider_id_token_invalid', { detail: 'nonce' })), /forDeveloper/)
  assert.deepEqual(
    Object.keys(new LatchkeyError('config_secret_weak')),
    Object.keys(new LatchkeyError('session_required')),
  )
})
