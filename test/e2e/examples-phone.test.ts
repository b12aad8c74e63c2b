// examples/phone: the screens of a phone in a terminal, and the person in Chromium.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { type Application, startApplication } from '../support/application.ts'
import { type Chromium, noChromium, startChromium } from '../support/chromium.ts'
import { allow as pressAllow, signInAs } from '../support/chromium-journeys.ts'
import { ExampleProgram } from '../support/example-program.ts'

describe('phone', { skip: noChromium }, () => {
  let app: Application
  let chromium: Chromium
  let visitor: BrowserContext
  let folder: string

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'latchkey-phone-'))
    app = await startApplication({
      production: false,
      environment: { NATIVE_CLIENTS: 'phone:com.example.acme:/signed-in', BEARER: '1' },
    })
    chromium = await startChromium()
    visitor = await chromium.visitor()
  })
  after(async () => {
    await visitor?.close()
    await chromium?.close()
    await app?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  function run(args: readonly string[] = []): ExampleProgram {
    const environment = { SERVER_URL: app.origin, PHONE_KEYCHAIN: path.join(folder, 'keychain') }
    return new ExampleProgram('phone/main.ts', { args, environment })
  }

  test('signs in by the system’s browser, is remembered, and signs out', async () => {
    const page = await visitor.newPage()
    await signInAs(page, app, {})
    const phone = run()
    await page.goto(await phone.says(/^ {2}(http\S+\/auth\/authorize\S+)$/m))
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      pressAllow(page),
    ])
    const { location = '' } = await answer.allHeaders()
    assert.ok(location.startsWith('com.example.acme:/signed-in?'), location)
    phone.answer(location)
    assert.match((await phone.end()).output, /Hello, Mira/)
    assert.match((await run().end()).output, /^Hello, Mira/)
    assert.equal((await run(['sign-out']).end()).output, 'Signed out.')
    const after = run()
    await after.says(/Open this address/)
    after.answer('')
    assert.match((await after.end()).output, /Not signed in/)
    await page.close()
  })
})
