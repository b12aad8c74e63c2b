// Servers that are killed during logins and refreshes: acknowledged changes persist, others are retried, and no person is
// mistaken for another. Cases J1 and J5 over every store that servers can share.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from '../support/browser.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { startTokenCaller, type TokenCaller } from '../support/token-caller-process.ts'
import { cookieHeaderOf } from '../support/token-holder.ts'
import { type SharedStore, sharedKinds } from './databases.ts'
import { skipWithoutNginx } from './nginx.ts'
import { type ServerGroup, startServerGroup, until } from './server-group.ts'

const PEOPLE = 8
const LOGINS_EACH = 4
const MOST_TRIES = 20

for (const kind of sharedKinds) {
  describe(`servers on ${kind.name} that are killed`, { skip: skipWithoutNginx() }, () => {
    const secret = randomBytes(32).toString('base64url')
    let h: TestProvider
    let shared: SharedStore
    let group: ServerGroup
    const cleaning = new AsyncDisposableStack()

    before(async () => {
      h = await startProvider()
      cleaning.defer(() => h.stop())
      shared = await kind.open()
      cleaning.defer(shared.drop)
      const environment = { KEEP_TOKENS: '1' }
      group = await startServerGroup({ size: 3, provider: h, secret, environment, ...shared })
      cleaning.defer(() => group.stop())
    })
    after(() => cleaning.disposeAsync())

    /** Retries until a login is acknowledged; a login that a killed server interrupted starts again. */
    async function signInAnyhow(browser: Browser, person: string): Promise<void> {
      for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
        const page = await signIn(browser, group, 'h').catch(() => null)
        const me = page?.status === 200 ? await whoIs(browser, group).catch(() => undefined) : undefined
        if (me) return assert.equal(me.sub, person)
        await wait(200)
      }
      throw new Error('no login came through')
    }

    function newBrowser(person: string): Browser {
      h.people.set(person, newPerson({ sub: person }))
      const browser = group.browser()
      browser.jar.plant({ name: 'person', value: person, domain: '127.0.0.1', hostOnly: true })
      return browser
    }

    test('in the middle of logins: every acknowledged one stands, and belongs to its person', async () => {
      const signedIn: { browser: Browser; person: string }[] = []
      const people = Array.from({ length: PEOPLE }, async (_, index) => {
        for (let login = 0; login < LOGINS_EACH; login++) {
          const person = `person-${index}-${login}`
          const browser = newBrowser(person)
          await signInAnyhow(browser, person)
          signedIn.push({ browser, person })
        }
      })
      const killing = (async () => {
        for (const index of [0, 1]) {
          await wait(400)
          const server = group.server(index)
          server.signal('SIGKILL')
          await until(() => !server.isRunning)
          await server.start()
        }
      })()
      await Promise.all([...people, killing])
      assert.equal(signedIn.length, PEOPLE * LOGINS_EACH)
      for (const { browser, person } of signedIn) assert.equal((await whoIs(browser, group))?.sub, person)
    })

    /** A person whose access token has expired, and the processes that request it. */
    async function holder(person: string) {
      h.behaviour.tokenBody = (body) => {
        body.expires_in = 0
      }
      const browser = newBrowser(person)
      await signInAnyhow(browser, person)
      h.reset()
      const { issuer, clientId, clientSecret } = h
      return (clockAheadMilliseconds = 0): Promise<TokenCaller> =>
        startTokenCaller({
          databaseUrl: shared.database,
          redisUrl: shared.redis,
          secret,
          origin: group.origin,
          provider: { issuer, clientId, clientSecret: clientSecret ?? '' },
          cookieHeader: cookieHeaderOf(browser, group.origin),
          calls: 50,
          clockAheadMilliseconds,
        })
    }

    test('J1 one refresh for all who ask, in every process', async () => {
      const start = await holder('holder')
      const callers = await Promise.all([start(), start(), start()])
      h.behaviour.tokenDelayMilliseconds = 300
      for (const caller of callers) caller.go()
      const results = await Promise.all(callers.map((caller) => caller.result()))
      for (const { states } of results) assert.deepEqual([...new Set(states)], ['fresh'])
      assert.equal(new Set(results.flatMap(({ tokens }) => tokens)).size, 1)
      assert.equal(h.count('token'), 1)
    })

    test('J5 in the middle of a refresh: the next server takes over when the lease ends', async () => {
      const start = await holder('holder of what is lost')
      const [dying, heir] = await Promise.all([start(), start(30_000)])
      h.behaviour.token = () => ({ stream: () => {} })
      dying.go()
      await until(() => h.count('token') === 1)
      dying.kill()
      h.reset()
      heir.go()
      const { states } = await heir.result()
      assert.deepEqual([...new Set(states)], ['fresh'])
      assert.equal(h.count('token'), 1)
      assert.equal(h.reusedRefreshTokens, 0)
    })
  })
}
