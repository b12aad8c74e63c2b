// The variables of the reference app, row by row (docs/environment.md), seen from outside: over HTTP, and by whether the app starts.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, describe, test } from 'node:test'
import {
  type Application,
  type ApplicationOptions,
  findFreePort,
  prepareApplication,
  startApplication,
} from '../support/application.ts'
import { readForms } from '../support/html-forms.ts'
import { beginLogin, catchCallback, newGitHubPerson, newPerson, signIn, whoIs } from '../support/journeys.ts'
import { signInLocally } from '../support/local-journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

let h: TestProvider
let hub: TestProvider
let otherHub: TestProvider

before(async () => {
  ;[h, hub, otherHub] = await Promise.all([
    startProvider(),
    startProvider({ shape: 'github' }),
    startProvider({ shape: 'github', issuerPath: '/its/own/issuer' }),
  ])
})
after(async () => {
  await Promise.all([h, hub, otherHub].map((provider) => provider.stop()))
})

/** Starts the app, runs the test, and always stops the app. */
async function withApplication<T>(
  options: ApplicationOptions,
  run: (app: Application) => Promise<T>,
): Promise<T> {
  const app = await startApplication(options)
  try {
    return await run(app)
  } finally {
    await app.stop()
  }
}

async function assertRefusesToStart(options: ApplicationOptions, reason: RegExp): Promise<void> {
  const app = await prepareApplication(options)
  app.launch()
  try {
    const code = await app.waitForExit()
    assert.ok(code !== null && code !== 0, `it should not run: ${app.output}`)
    assert.match(app.output, reason)
  } finally {
    await app.stop()
  }
}

describe('a production start refuses what is missing, and says what', () => {
  const production = { providers: {}, production: true }
  const variables = (): Record<string, string> => ({
    OIDC_PROVIDERS: 'h',
    OIDC_H_ISSUER: h.issuer,
    OIDC_H_CLIENT_ID: h.clientId,
    OIDC_H_CLIENT_SECRET: h.clientSecret ?? '',
  })

  test('with everything in place it starts', async () => {
    await withApplication({ ...production, environment: variables() }, async (app) => {
      assert.equal((await app.get('/auth/login')).status, 200)
    })
  })
  test('ORIGIN', async () => {
    await assertRefusesToStart(
      { ...production, environment: { ...variables(), ORIGIN: undefined } },
      /config_origin_missing[\s\S]*ORIGIN/,
    )
  })
  test('ORIGIN that is plain http beyond this machine', async () => {
    const environment = { ...variables(), ORIGIN: 'http://app.example' }
    await assertRefusesToStart({ ...production, environment }, /config_origin_invalid/)
  })
  test('LATCHKEY_SECRET', async () => {
    const environment = { ...variables(), LATCHKEY_SECRET: undefined }
    await assertRefusesToStart({ ...production, environment }, /config_secret_missing[\s\S]*LATCHKEY_SECRET/)
  })
  test('LATCHKEY_SECRET of 31 bytes; 32 bytes of UTF-8 are enough', async () => {
    const secretOf = (text: string): ApplicationOptions => ({
      ...production,
      environment: { ...variables(), LATCHKEY_SECRET: text },
    })
    await assertRefusesToStart(secretOf('x'.repeat(31)), /config_secret_weak/)
    await assertRefusesToStart(secretOf(`${'x'.repeat(40)},short`), /config_secret_weak/)
    await withApplication(secretOf('ü'.repeat(16)), async (app) => {
      assert.equal((await app.get('/')).status, 200)
    })
  })
  test('credentials', async () => {
    await assertRefusesToStart({ production: true }, /config_provider/)
    const environment = { GOOGLE_CLIENT_ID: 'an-id', PROVIDERS: 'google' }
    await assertRefusesToStart({ production: true, environment }, /GOOGLE_CLIENT_SECRET/)
  })
})

describe('PORT, ORIGIN and .env', () => {
  test('without ORIGIN the application is at http://localhost:PORT', async () => {
    await withApplication(
      { production: false, providers: { h }, environment: { ORIGIN: undefined } },
      async (app) => {
        const url = await beginLogin(app.browser().tab(), app, 'h')
        assert.equal(url.searchParams.get('redirect_uri'), `http://localhost:${app.port}/auth/callback/h`)
      },
    )
  })

  test('a .env file is read, and variables that are set already win', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'latchkey-test-'))
    const lines = [
      'OIDC_PROVIDERS=filed',
      `OIDC_FILED_ISSUER=${h.issuer}`,
      `OIDC_FILED_CLIENT_ID=${h.clientId}`,
      `OIDC_FILED_CLIENT_SECRET=${h.clientSecret}`,
      'OIDC_FILED_NAME="Name of the file"',
      'OIDC_FILED_SCOPE=openid filed',
    ]
    writeFileSync(join(directory, '.env'), lines.join('\n'))
    try {
      const environment = { OIDC_PROVIDERS: undefined, OIDC_FILED_NAME: 'Real name' }
      await withApplication({ directory, production: false, environment }, async (app) => {
        const page = (await app.get('/auth/login')).body
        assert.match(page, /Real name/)
        assert.doesNotMatch(page, /Name of the file/)
        const url = await beginLogin(app.browser().tab(), app, 'filed')
        assert.equal(url.searchParams.get('scope'), 'openid filed')
      })
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  })
})

describe('LATCHKEY_SECRET', () => {
  test('in development one is made up, kept for the owner alone, and announced', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'latchkey-test-'))
    try {
      const options = { directory, production: false, environment: { LATCHKEY_SECRET: undefined } }
      const port = await findFreePort()
      const browser = await withApplication({ ...options, port }, async (app) => {
        assert.match(app.output, /LATCHKEY_SECRET/)
        const visitor = app.browser()
        await signInLocally(visitor, app, 'google')
        return visitor
      })
      const file = join(directory, '.latchkey/secret')
      assert.equal(statSync(file).mode & 0o777, 0o600)
      assert.ok(readFileSync(file).length >= 32)
      await withApplication({ ...options, port }, async (app) => {
        assert.doesNotMatch(app.output, /made one up/)
        assert.equal((await whoIs(browser, app))?.provider, 'google', 'a restart signs nobody out')
      })
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  })

  test('the newest of several seals, the older ones still open', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'latchkey-test-'))
    const [older, newer] = ['o', 'n'].map((letter) => letter.repeat(40))
    try {
      const port = await findFreePort()
      const held = await withApplication(
        { directory, port, providers: { h }, secret: `${older}` },
        async (app) => {
          const tab = app.browser().tab()
          h.person = newPerson()
          return { tab, callback: await catchCallback(tab, app, 'h') }
        },
      )
      await withApplication(
        { directory, port, providers: { h }, secret: `${newer},${older}` },
        async (app) => {
          await held.tab.follow(held.callback)
          assert.equal((await whoIs(held.tab.browser, app))?.sub, h.person.sub)
        },
      )
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  })
})

describe('DATABASE_URL and MIGRATE', () => {
  test('default: an SQLite file below .latchkey', async () => {
    await withApplication({ providers: { h }, environment: { DATABASE_URL: undefined } }, async (app) => {
      assert.ok(existsSync(join(app.directory, '.latchkey/app.db')))
      await assertSignsIn(app)
    })
  })
  test('memory:', async () => {
    await withApplication({ providers: { h }, database: 'memory:' }, assertSignsIn)
  })
  test('what cannot be used refuses to start', async () => {
    await assertRefusesToStart({ providers: { h }, database: 'oracle://x' }, /DATABASE_URL|config_/)
  })
  test('MIGRATE=0 leaves the database alone and says what is pending; without it, it is brought up to date', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'latchkey-test-'))
    const options = { directory, providers: { h } }
    try {
      await assertRefusesToStart(
        { ...options, environment: { MIGRATE: '0' } },
        /pending[\s\S]*latchkey migrate/,
      )
      assert.deepEqual(tablesIn(join(directory, 'app.db')), [])
      await withApplication(options, assertSignsIn)
      await withApplication({ ...options, environment: { MIGRATE: '0' } }, assertSignsIn)
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  })

  function tablesIn(file: string): readonly unknown[] {
    if (!existsSync(file)) return []
    const database = new DatabaseSync(file, { readOnly: true })
    try {
      return database.prepare(`select name from sqlite_master where type = 'table'`).all()
    } finally {
      database.close()
    }
  }

  async function assertSignsIn(app: Application): Promise<void> {
    const browser = app.browser()
    const person = newPerson()
    await signIn(browser, app, 'h', { at: h, as: person })
    assert.equal((await whoIs(browser, app))?.sub, person.sub)
  }
})

describe('providers', () => {
  test('none in development: google, github and facebook, served locally', async () => {
    await withApplication({ production: false }, async (app) => {
      const actions = readForms((await app.get('/auth/login')).body).map(({ action }) => action.split('?')[0])
      assert.deepEqual(actions, ['/auth/login/google', '/auth/login/github', '/auth/login/facebook'])
    })
  })

  test('<ID>_CLIENT_ID turns on exactly that one', async () => {
    const environment = { GITHUB_CLIENT_ID: 'an-id', GITHUB_CLIENT_SECRET: 'a-secret-of-the-test' }
    await withApplication({ production: false, environment }, async (app) => {
      const actions = readForms((await app.get('/auth/login')).body).map(({ action }) => action.split('?')[0])
      assert.deepEqual(actions, ['/auth/login/github'])
      const url = await beginLogin(app.browser().tab(), app, 'github')
      assert.equal(url.origin + url.pathname, 'https://github.com/login/oauth/authorize')
    })
  })

  test('GITHUB_BASE_URL moves every address, GITHUB_ISSUER the issuer', async () => {
    const at = (provider: TestProvider, more: Record<string, string> = {}): ApplicationOptions => ({
      environment: {
        PROVIDERS: 'github',
        GITHUB_CLIENT_ID: provider.clientId,
        GITHUB_CLIENT_SECRET: provider.clientSecret ?? '',
        GITHUB_BASE_URL: provider.origin,
        ...more,
      },
    })
    await withApplication(at(hub), async (app) => {
      const browser = app.browser()
      const person = newGitHubPerson()
      await signIn(browser, app, 'github', { at: hub, as: person })
      assert.equal((await whoIs(browser, app))?.sub, person.sub)
      assert.equal(hub.last('authorize').path, '/login/oauth/authorize')
      assert.equal(hub.last('token').path, '/login/oauth/access_token')
      assert.equal(hub.last('userinfo').path, '/api/v3/user')
    })
    await withApplication(at(otherHub, { GITHUB_ISSUER: otherHub.issuer }), async (app) => {
      const browser = app.browser()
      await signIn(browser, app, 'github', { at: otherHub, as: newGitHubPerson() })
      assert.equal((await whoIs(browser, app))?.provider, 'github')
    })
    await withApplication(at(otherHub), async (app) => {
      const browser = app.browser()
      await signIn(browser, app, 'github', { at: otherHub, as: newGitHubPerson() })
      assert.equal(await whoIs(browser, app), null, 'its answers name another issuer')
    })
  })

  test('OIDC_<ID>_SCOPE and _NAME', async () => {
    const environment = { OIDC_H_SCOPE: 'openid groups', OIDC_H_NAME: 'Acme & Sons' }
    await withApplication({ providers: { h }, environment }, async (app) => {
      assert.match((await app.get('/auth/login')).body, /Acme &amp; Sons/)
      const url = await beginLogin(app.browser().tab(), app, 'h')
      assert.equal(url.searchParams.get('scope'), 'openid groups')
    })
  })

  test('OIDC_<ID>_KIND=github: two GitHubs side by side keep their people apart', async () => {
    const providers = { 'hub-one': hub, 'hub-two': otherHub }
    const environment = { OIDC_HUB_TWO_ISSUER: otherHub.issuer }
    await withApplication({ providers, environment }, async (app) => {
      const person = newGitHubPerson()
      const [one, two] = [app.browser(), app.browser()]
      await signIn(one, app, 'hub-one', { at: hub, as: person })
      await signIn(two, app, 'hub-two', { at: otherHub, as: person })
      const [first, second] = [await whoIs(one, app), await whoIs(two, app)]
      assert.deepEqual([first?.sub, second?.sub], [person.sub, person.sub])
      assert.deepEqual([first?.provider, second?.provider], ['hub-one', 'hub-two'])
      assert.notEqual(first?.id, second?.id)
    })
  })
})

describe('TRUST_PROXY', () => {
  for (const [proxies, shown] of [
    ['0', '127.0.0.1'],
    ['1', '203.0.113.9'],
  ] as const) {
    test(`${proxies}: the session list shows ${shown}`, async () => {
      await withApplication({ providers: { h }, environment: { TRUST_PROXY: proxies } }, async (app) => {
        const browser = app.browser()
        const tab = browser.tab()
        h.person = newPerson()
        const callback = await catchCallback(tab, app, 'h')
        await tab.follow(callback, { headers: { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' } })
        const account = await tab.open(app.url('/auth/account'))
        assert.ok(account.text.includes(shown), account.text)
        assert.ok(!account.text.includes('198.51.100.1'))
      })
    })
  }
})

describe('LATCHKEY_DEV_PORT and what stays the same over restarts', () => {
  test('the port that was found is remembered; issuers, subjects and users stay', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'latchkey-test-'))
    const wanted = await findFreePort()
    const squatter = createServer()
    await new Promise<void>((resolve) => squatter.listen(wanted, '127.0.0.1', resolve))
    const options = { directory, production: false, environment: { LATCHKEY_DEV_PORT: String(wanted) } }
    const look = (): Promise<{ issuer: string; sub: string | undefined; id: string | undefined }> =>
      withApplication(options, async (app) => {
        const browser = app.browser()
        const { origin } = await beginLogin(browser.tab(), app, 'github')
        await signInLocally(browser, app, 'github')
        const me = await whoIs(browser, app)
        return { issuer: origin, sub: me?.sub, id: me?.id }
      })
    try {
      const first = await look()
      assert.notEqual(first.issuer, `http://127.0.0.1:${wanted}`)
      assert.match(first.issuer, /^http:\/\/127\.0\.0\.1:/)
      await new Promise((resolve) => squatter.close(resolve))
      assert.deepEqual(await look(), first)
    } finally {
      squatter.close()
      rmSync(directory, { recursive: true, force: true })
    }
  })

  test('a production start warns of identities of the local identity provider, and lets none of them in', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'latchkey-test-'))
    try {
      await withApplication({ directory, production: false }, async (app) => {
        await signInLocally(app.browser(), app, 'google')
      })
      await withApplication({ directory, providers: { h } }, async (app) => {
        await app.get('/auth/login')
        assert.match(app.output, /local identity provider/)
      })
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  })
})
