import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LatchkeyError } from '../../../../src/errors.ts'
import { answerError } from '../../../../src/flows/request/answer-error.ts'
import { stage } from '../stage.ts'

test('a page of the application’s own that fails is replaced by ours, and the log says so', async () => {
  const failing = stage({
    pages: {
      error: () => {
        throw new Error('a template is missing')
      },
    },
  })
  const response = await answerError(
    failing.parts,
    failing.visit('/auth/x'),
    new LatchkeyError('account_last'),
  )
  assert.equal(response.status, 409)
  assert.match(await response.text(), /only way to sign in/)
  assert.match(JSON.stringify(failing.log), /page_failed/)
  const own = stage({ pages: { error: () => '<p>ours</p>' } })
  const twin = await answerError(own.parts, own.visit('/auth/x'), new LatchkeyError('account_last'))
  assert.equal(await twin.text(), '<p>ours</p>')
})

test('an error that nobody knows says nothing of itself to the person', async () => {
  const { parts, visit } = stage()
  const response = await answerError(parts, visit('/auth/x'), new TypeError('secret-ish text'))
  assert.equal(response.status, 500)
  assert.doesNotMatch(await response.text(), /secret-ish/)
})

test('NH26 a provider’s outage is 503 with Retry-After, where a login begins and at the callback', async () => {
  const { parts, visit } = stage()
  const error = new LatchkeyError('provider_unavailable', { retryAfterSeconds: 30 })
  for (const path of ['/auth/login/google', '/auth/callback/google']) {
    const answer = await answerError(parts, visit(path), error)
    assert.equal(answer.status, 503)
    assert.equal(answer.headers.get('retry-after'), '30')
  }
})
