// docs/testing.md with a real browser: `signIn` passes the pages of an application that is configured by its environment.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { github } from 'latchkey/providers/github'
import { google } from 'latchkey/providers/google'
import { signIn, startTestProviders } from 'latchkey/testing'
import { findFreePort, startApplication } from '../support/application.ts'
import { noChromium, startChromium } from '../support/chromium.ts'
import { pathOf, whoIsVisitor } from '../support/chromium-journeys.ts'

test('N5 a browser test chooses the provider and the person, with nothing mocked', {
  skip: noChromium,
}, async () => {
  const port = await findFreePort()
  const origin = `http://localhost:${port}`
  const idp = await startTestProviders([google(), github()], { origin })
  const app = await startApplication({ production: false, port, environment: idp.environment })
  const chromium = await startChromium()
  try {
    for (const { provider, person, email } of [
      { provider: 'google', person: undefined, email: 'alex@example.com' },
      { provider: 'github', person: 'mira', email: 'mira@example.net' },
      { provider: 'google', person: 'sam', email: null },
    ]) {
      const visitor = await chromium.visitor()
      const page = await visitor.newPage()
      await signIn(page, { origin, provider, person, returnTo: '/profile' })
      assert.equal(pathOf(page), '/profile')
      assert.equal((await whoIsVisitor(visitor, app))?.email, email)
      await visitor.close()
    }
    idp.answerAs('google', 'alex')
    const visitor = await chromium.visitor()
    const page = await visitor.newPage()
    await signIn(page, { origin, provider: 'google', returnTo: '/profile' })
    assert.equal(pathOf(page), '/profile')
  } finally {
    await chromium.close()
    await app.stop()
    await idp.close()
  }
})
