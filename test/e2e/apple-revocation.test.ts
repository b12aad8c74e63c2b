// Apple requires that its tokens are revoked when a person deletes their account. The local identity provider serves
// Apple's endpoints and enforces its client authentication.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { apple } from 'latchkey/providers/apple'
import { google } from 'latchkey/providers/google'
import { startTestProviders, type TestProviders } from 'latchkey/testing'
import { findFreePort } from '../support/application.ts'
import type { Browser } from '../support/browser.ts'
import { type InProcessApplication, startInProcess } from '../support/in-process-application.ts'
import { whoIs } from '../support/journeys.ts'

let standIns: TestProviders
let app: InProcessApplication

before(async () => {
  const port = await findFreePort()
  standIns = await startTestProviders([apple(), google()], { origin: `http://localhost:${port}` })
  app = await startInProcess({ port, providers: standIns.providers, keepTokens: true })
})
after(async () => {
  await app?.stop()
  await standIns?.close()
})

const revocations = (): number => standIns.countRequests('apple', 'revocation')

async function comes(as: string, id = 'apple', browser: Browser = app.browser(), action = 'login') {
  standIns.answerAs(id, as)
  const tab = browser.tab(app.url('/'))
  const page = await tab.post(`/auth/${action}/${id}`)
  // Without scripts, the page's button submits Apple's form.
  if (/response_mode=form_post/.test(page.text)) await tab.submit()
  const me = await whoIs(browser, app)
  assert.ok(me, JSON.stringify(app.log.slice(-2)))
  return { browser, me, tab }
}

test('a user who is deleted: the tokens end at Apple, and the next consent is a first one', async () => {
  const { me } = await comes('alex')
  const [account] = await app.auth.users.accounts(me.id)
  assert.ok(account)
  const before = revocations()
  assert.equal(await app.auth.users.delete(me.id), true)
  assert.equal(revocations(), before + 1)
  assert.ok(!app.log.some(({ event }) => event === 'revocation_failed'), JSON.stringify(app.log))
  assert.notEqual((await comes('alex')).me.id, me.id)
})

test('an account that is unlinked is revoked as well, and only that one', async () => {
  const { browser, me } = await comes('mira', 'google')
  const { tab } = await comes('mira', 'apple', browser, 'link')
  const accounts = await app.auth.users.accounts(me.id)
  const linked = accounts.find(({ provider }) => provider === 'apple')
  assert.ok(linked, JSON.stringify(accounts))
  const before = revocations()
  await tab.open(app.url('/auth/account'))
  await tab.post('/auth/unlink', { account: linked.id })
  assert.equal((await app.auth.users.accounts(me.id)).length, accounts.length - 1)
  assert.equal(revocations(), before + 1)
  assert.equal(standIns.countRequests('google', 'revocation'), 0)
  assert.ok(!app.log.some(({ event }) => event === 'revocation_failed'), JSON.stringify(app.log))
})
