// examples/hello-oauth: a link, the login, a greeting.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Example, passAs, startExample } from '../support/example.ts'

describe('hello-oauth', () => {
  let app: Example
  before(async () => {
    app = await startExample('hello-oauth')
  })
  after(() => app?.stop())

  test('a link, the dance, "Hello, mira@example.net!"', async () => {
    const tab = app.browser().tab()
    const home = await tab.open(app.origin)
    assert.equal(home.text, 'Sign in with Google')
    const chooser = await tab.follow('/auth/login/google')
    assert.equal(chooser.url.hostname, '127.0.0.1', 'the local identity provider stands in for Google')
    const greeted = await passAs(tab, 'mira')
    assert.equal(greeted.url.href, app.url('/'))
    assert.equal(greeted.text, 'Hello, mira@example.net!')
  })

  test('somebody without an e-mail address is greeted by name, and markup in a name stays text', async () => {
    for (const [person, greeting] of [
      ['sam', 'Hello, Sam Adeyemi-Holt!'],
      ['noor', "Hello, noor.o'connor+test@mail.example.org!"],
    ] as const) {
      const tab = app.browser().tab()
      await tab.open(app.origin)
      await tab.follow('/auth/login/google')
      assert.equal((await passAs(tab, person)).text, greeting)
    }
  })

  test('whoever refuses is not greeted', async () => {
    const tab = app.browser().tab()
    await tab.open(app.origin)
    await tab.follow('/auth/login/google')
    const refused = await tab.submit({ label: 'Cancel' })
    assert.equal(refused.status, 403)
    assert.equal((await tab.open(app.origin)).text, 'Sign in with Google')
  })
})
