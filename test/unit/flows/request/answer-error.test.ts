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

test('a provider’s failure is a 4xx where its answer is refused, and a 503 where a login begins', async () => {
  const { parts, visit } = stage()
  const error = new LatchkeyError('provider_unavailable', { retryAfterSeconds: 30 })
  const begun = await answerError(parts, visit('/auth/login/google'), error)
  assert.equal(begun.status, 503)
  assert.equal(begun.headers.get('retry-after'), '30')
  const answered = await answerError(parts, visit('/auth/callback/google'), error, { isProviderAnswer: true })
  assert.equal(answered.status, 400)
})
