// NP10, NP13 and NP14: the local identity provider is no stricter than a real provider, its people have pictures, and a
// program that only starts it keeps running. In addition, an error's reference can be looked up.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { google } from 'latchkey/providers/google'
import { startTestProviders, type TestProviders } from 'latchkey/testing'
import { findFreePort } from '../support/application.ts'
import { exchange } from '../support/http-exchange.ts'
import { type InProcessApplication, startInProcess } from '../support/in-process-application.ts'
import { pressSignIn, whoIs } from '../support/journeys.ts'

let standIns: TestProviders
let app: InProcessApplication

before(async () => {
  const port = await findFreePort()
  standIns = await startTestProviders([google()], { origin: `http://localhost:${port}` })
  app = await startInProcess({ port, providers: standIns.providers })
})
after(async () => {
  await app.stop()
  await standIns.close()
})

function get(url: URL, headers: Readonly<Record<string, string>> = {}) {
  return exchange({ method: 'GET', url, headers })
}

test('NP10 pages that lead to the application say nothing of where it may lead on; all others stay here', async () => {
  const chooser = await pressSignIn(app.browser().tab(), app, 'google')
  const policy = String(chooser.headers['content-security-policy'])
  assert.match(policy, /default-src 'none'/)
  assert.doesNotMatch(policy, /form-action/)
  const account = await get(new URL('/google/local/account', chooser.url))
  assert.match(String(account.headers['content-security-policy']), /form-action 'self'/)
})

test('NP13 people have pictures of their own at this machine; who has no e-mail address has none', async () => {
  for (const [key, hasPicture] of [
    ['alex', true],
    ['sam', false],
  ] as const) {
    const browser = app.browser()
    standIns.answerAs('google', key)
    await pressSignIn(browser.tab(), app, 'google')
    standIns.answerAs('google', null)
    const picture = (await whoIs(browser, app))?.picture ?? null
    assert.equal(picture !== null, hasPicture)
    if (picture === null) continue
    assert.equal(new URL(picture).hostname, '127.0.0.1')
    const image = await get(new URL(picture))
    assert.equal(image.status, 200)
    assert.equal(image.headers['content-type'], 'image/svg+xml')
    assert.doesNotMatch(image.body, /<script|https:/)
    const nobody = await get(new URL(picture.replace('alex', 'nobody')))
    assert.equal(nobody.status, 404)
  }
})

test('NP13 a reference is a word that can be typed and searched for', async () => {
  const references = new Set<string>()
  for (let index = 0; index < 200; index++) {
    const answer = await get(new URL(app.url('/auth/nowhere')), { accept: 'application/json' })
    references.add(JSON.parse(answer.body).referenceId)
  }
  assert.equal(references.size, 200)
  for (const reference of references) assert.match(reference, /^[0-9a-hjkmnp-tv-z]{10}$/)
})

test('NP14 a program that only starts test providers goes on until it closes them', async () => {
  const program = `
    import { google } from 'latchkey/providers/google'
    import { startTestProviders } from 'latchkey/testing'
    const standIns = await startTestProviders([google()], { origin: 'http://localhost:4000' })
    process.stdin.once('data', async () => { await standIns.close(); process.stdin.unref() }).unref()
    console.log(standIns.environment.GOOGLE_ISSUER)`
  const child = spawn(
    process.execPath,
    ['--conditions=latchkey-source', '--input-type=module', '--eval', program],
    { stdio: ['pipe', 'pipe', 'inherit'], cwd: new URL('../..', import.meta.url) },
  )
  const exited = once(child, 'exit')
  try {
    const [issuer] = await once(createInterface(child.stdout), 'line')
    // Longer than any keep-alive connection lasts, so an open connection cannot be what keeps the program running.
    assert.equal(await Promise.race([exited.then(() => 'exited'), wait(3_000, 'goes on')]), 'goes on')
    const metadata = await fetch(`${issuer}/.well-known/openid-configuration`)
    assert.equal(metadata.status, 200)
    await metadata.body?.cancel()
    child.stdin.write('close\n')
    assert.deepEqual(await exited, [0, null])
  } finally {
    child.kill()
  }
})

test('NP14 beside an application, the server of the application decides alone', async () => {
  const program = `
    import { startDevIdentityProvider } from 'latchkey/dev'
    await startDevIdentityProvider({ port: 0, keepsProcessAlive: false })`
  const child = spawn(
    process.execPath,
    ['--conditions=latchkey-source', '--input-type=module', '--eval', program],
    { stdio: 'inherit', cwd: new URL('../..', import.meta.url) },
  )
  assert.deepEqual(await once(child, 'exit'), [0, null])
})
