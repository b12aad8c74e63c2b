// examples/command-line: a program in a terminal signs in through Chromium, over a local port and with a code; its session
// is ended on the account page, and is then refused on another server of the application.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { type Application, startApplication } from '../support/application.ts'
import { type Chromium, noChromium, startChromium } from '../support/chromium.ts'
import {
  choosePerson,
  headingOf,
  allow as pressAllow,
  pressProvider,
  signInAs,
} from '../support/chromium-journeys.ts'
import { ExampleProgram } from '../support/example-program.ts'
import { type Keyring, noKeyring, startKeyring } from '../support/keyring.ts'

const environment = {
  NATIVE_CLIENTS: 'acme:http://127.0.0.1/signed-in|device',
  NATIVE_CLIENT_NAMES: 'acme:Acme for terminals',
  BEARER: '1',
  // A program refreshes half a minute before expiry, so with this lifetime each command refreshes.
  ACCESS_TOKEN_SECONDS: '20',
}

const keychains: readonly {
  readonly name: string
  readonly skip: string | false
  readonly open: (folder: string) => Promise<Keyring>
}[] = [
  { name: 'a program of this test', skip: false, open: ownSecretTool },
  { name: 'libsecret and gnome-keyring', skip: noKeyring, open: startKeyring },
]

/** Responds like `secret-tool`, and keeps one entry in a file. Like a keychain, it writes the entry atomically. */
async function ownSecretTool(folder: string): Promise<Keyring> {
  await mkdir(folder, { recursive: true })
  const program = `#!/bin/sh
entry='${folder}/entry'
case "$1" in
  store) cat > "$entry.$$" && mv "$entry.$$" "$entry" ;;
  lookup) cat "$entry" 2> /dev/null ;;
  clear) [ -f "$entry" ] && rm "$entry" ;;
esac
`
  await writeFile(path.join(folder, 'secret-tool'), program, { mode: 0o755 })
  return { environment: { PATH: `${folder}:${process.env.PATH}` }, stop: async () => {} }
}

describe('command-line', { skip: noChromium }, () => {
  let app: Application
  let other: Application
  let chromium: Chromium
  let visitor: BrowserContext
  let folder: string

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'latchkey-acme-'))
    app = await startApplication({ production: false, environment })
    const { origin, secret, databaseFile } = app
    other = await startApplication({
      production: false,
      origin,
      secret,
      database: `sqlite:${databaseFile}`,
      environment: { ...environment, LATCHKEY_DEV_PORT: undefined },
    })
    chromium = await startChromium()
    visitor = await chromium.visitor()
  })
  after(async () => {
    await visitor?.close()
    await chromium?.close()
    await other?.stop()
    await app?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const sessionFile = () => path.join(folder, 'session')

  function run(args: readonly string[], more: Readonly<Record<string, string>> = {}): ExampleProgram {
    const own = { ACME_URL: app.origin, ACME_SESSION: sessionFile(), BROWSER: 'none', ...more }
    return new ExampleProgram('command-line/acme.ts', { args, environment: own })
  }

  /** A fake browser that writes the URL into a file, which the test then opens in Chromium. */
  async function browserProgram(): Promise<{
    readonly program: string
    readonly opened: () => Promise<string>
  }> {
    const [program, file] = [path.join(folder, 'browser'), path.join(folder, 'opened')]
    await rm(file, { force: true })
    await writeFile(program, `#!/bin/sh\nprintf '%s' "$1" > '${file}.new' && mv '${file}.new' '${file}'\n`, {
      mode: 0o755,
    })
    return {
      program,
      async opened() {
        for (let tries = 0; tries < 500; tries++) {
          const url = await readFile(file, 'utf8').catch(() => null)
          if (url !== null) return url
          await wait(20)
        }
        throw new Error('no browser was opened')
      },
    }
  }

  async function whoAmI(more: Readonly<Record<string, string>> = {}): Promise<string> {
    const { code, output, errors } = await run(['whoami'], more).end()
    return code === 0 ? output : errors
  }

  async function endFromAccountPage(page: Page): Promise<void> {
    await page.goto(`${app.origin}/auth/account`)
    const row = page.locator('li', { hasText: 'Acme for terminals' })
    await row.getByRole('button', { name: /Sign out/ }).click()
    await page.getByText('That device was signed out.').waitFor()
  }

  const statusAtOther = async () => {
    const { accessToken } = JSON.parse(await readFile(sessionFile(), 'utf8'))
    const headers = { authorization: `Bearer ${accessToken}` }
    return (await fetch(`http://127.0.0.1:${other.port}/api/me`, { headers })).status
  }

  test('signs in through the browser, works on, and is refused everywhere once the account page has ended it', async () => {
    assert.match(await whoAmI(), /You are not signed in/)
    const browser = await browserProgram()
    const login = run(['login'], { BROWSER: browser.program })
    const page = await visitor.newPage()
    await page.goto(await browser.opened())
    await pressProvider(page, 'google')
    await choosePerson(page, 'mira')
    await pressAllow(page)
    assert.equal(await headingOf(page), 'Sign in to Acme for terminals?')
    await pressAllow(page)
    await page.getByText('go back to the terminal').waitFor()
    const { code, output, errors } = await login.end()
    assert.equal(code, 0, errors)
    assert.match(output, /^Signed in as Mira/)
    assert.equal((await stat(sessionFile())).mode & 0o777, 0o600)

    const before = JSON.parse(await readFile(sessionFile(), 'utf8'))
    // Two commands at once: one of them refreshes, and neither ends the session.
    const both = await Promise.all([whoAmI(), whoAmI()])
    assert.deepEqual(new Set(both).size, 1)
    assert.match(both[0] ?? '', /^Signed in as Mira/)
    const now = JSON.parse(await readFile(sessionFile(), 'utf8'))
    assert.notEqual(now.refreshToken, before.refreshToken)

    assert.equal(await statusAtOther(), 200)
    await endFromAccountPage(page)
    const giveUpAt = Date.now() + 5_000
    while ((await statusAtOther()) !== 401) {
      assert.ok(Date.now() < giveUpAt, 'the other server still admits it')
      await wait(50)
    }
    assert.match(await whoAmI(), /You are not signed in/)
    await assert.rejects(stat(sessionFile()))
    await page.close()
  })

  test('without a browser it shows an address and a code, and the person answers elsewhere', async () => {
    const page = await visitor.newPage()
    await signInAs(page, app, {})
    const login = run(['login'])
    const address = await login.says(/Open (http\S+\/auth\/device) on any device/)
    const userCode = await login.says(/^ {2}([A-Z]{4}-[A-Z]{4})$/m)
    await page.goto(address)
    await page.getByLabel('Code').fill(userCode.toLowerCase())
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.locator('.user-code', { hasText: userCode }).waitFor()
    await page.getByRole('button', { name: /^Allow/ }).click()
    const { code, output, errors } = await login.end()
    assert.equal(code, 0, errors)
    assert.match(output, /^Signed in as Mira/)
    const { output: farewell } = await run(['logout']).end()
    assert.equal(farewell, 'You are signed out.')
    assert.match(await whoAmI(), /You are not signed in/)
    await page.close()
  })

  test('a person who says no is not signed in', async () => {
    const browser = await browserProgram()
    const page = await visitor.newPage()
    await signInAs(page, app, {})
    const login = run(['login'], { BROWSER: browser.program })
    const address = await browser.opened()
    // A foreign page calls the port, with a wrong state and without one.
    const redirectUri = new URL(address).searchParams.get('redirect_uri') ?? ''
    for (const query of ['', '?code=x', '?state=x&code=y']) {
      assert.equal((await fetch(redirectUri + query)).status, 404)
    }
    await page.goto(address)
    await page.getByRole('button', { name: /^(Do not|Deny|No)/ }).click()
    const { code, errors } = await login.end()
    assert.equal(code, 1)
    assert.match(errors, /You said no/)
    await page.close()
  })

  for (const { name, skip, open } of keychains) {
    test(`keeps the session in a keychain and nowhere else: ${name}`, { skip }, async (t) => {
      const keychain = await open(path.join(folder, 'keychain', name.replaceAll(' ', '-')))
      t.after(() => keychain.stop())
      const environment = { ...keychain.environment, ACME_KEYCHAIN: '1' }
      const entry = (): string | null => {
        const { status, stdout } = spawnSync(
          'secret-tool',
          ['lookup', 'service', 'acme', 'account', 'session'],
          { env: { ...process.env, ...environment }, encoding: 'utf8' },
        )
        return status === 0 ? stdout : null
      }
      assert.match(await whoAmI(environment), /You are not signed in/)
      const browser = await browserProgram()
      const page = await visitor.newPage()
      await signInAs(page, app, {})
      const login = run(['login'], { ...environment, BROWSER: browser.program })
      await page.goto(await browser.opened())
      await pressAllow(page)
      const { code, output, errors } = await login.end()
      assert.equal(code, 0, errors)
      assert.match(output, /^Signed in as Mira/)
      await assert.rejects(stat(sessionFile()))

      const before = entry()
      // Two commands at once: one of them refreshes, and neither ends the session.
      for (const said of await Promise.all([whoAmI(environment), whoAmI(environment)]))
        assert.match(said, /^Signed in as Mira/)
      assert.ok(before !== null && entry() !== null && entry() !== before)

      await run(['logout'], environment).end()
      assert.equal(entry(), null)
      assert.match(await whoAmI(environment), /You are not signed in/)
      await page.close()
    })
  }

  test('a keychain that cannot be asked is said, and nobody is signed in', async () => {
    const environment = { ACME_KEYCHAIN: '1', PATH: folder }
    assert.match(await whoAmI(environment), /secret-tool/)
    assert.equal((await run(['logout'], environment).end()).code, 1)
  })

  test('other words are no commands, and a server that is down is said', async () => {
    assert.equal((await run(['constructor']).end()).code, 2)
    const { errors } = await run(['login', '--device'], { ACME_URL: 'http://127.0.0.1:1' }).end()
    assert.match(errors, /does not answer/)
  })
})
