// Cloudflare D1 inside workerd: the store suite, and an application in two isolates that share one database. Part of `npm
// run test:frameworks`.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { startDevIdentityProvider } from '../../src/dev-idp/index.ts'
import { type D1Database, d1 } from '../../src/stores/d1.ts'
import { memory } from '../../src/stores/memory.ts'
import { writeSql } from '../../src/stores/parts/schema/write-sql.ts'
import { LANGUAGES } from '../../src/stores/parts/sql/languages.ts'
import { environmentFor } from '../../src/testing/contract/adapter/stage.ts'
import { type ExchangeAnswer, exchange } from '../../src/testing/contract/http-exchange.ts'
import { storeContract } from '../../src/testing/contract/store-contract.ts'
import { CollectingRunner, type TestOutcome } from '../support/collecting-runner.ts'

const folder = path.join(import.meta.dirname, 'd1')
const skip = !(process.env.LATCHKEY_FRAMEWORKS ?? 'd1').split(',').includes('d1')
const { resolve } = createRequire(path.join(folder, 'package.json'))
// biome-ignore lint/suspicious/noExplicitAny: installed only in that folder, so this repository has no types for them.
const load = (name: string): Promise<any> => import(pathToFileURL(resolve(name)).href)

let built = ''
before(async () => {
  built = await mkdtemp(path.join(tmpdir(), 'latchkey-d1-'))
})
after(() => rm(built, { recursive: true }))

/** Bundles like wrangler. */
async function moduleOf(name: string, external: readonly string[] = []): Promise<object> {
  const { build } = await load('esbuild')
  const outfile = path.join(built, `${name}.mjs`)
  await build({
    entryPoints: [path.join(folder, `${name}.ts`)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser', 'latchkey-source'],
    external,
  })
  return {
    modules: [{ type: 'ESModule', path: outfile }],
    modulesRoot: built,
    compatibilityDate: '2026-07-01',
  }
}

describe('D1 in workerd', { skip }, () => {
  test('d1 keeps the contract of a store', async () => {
    const { Miniflare } = await load('miniflare')
    const worker = new Miniflare({
      ...(await moduleOf('contract-worker', ['node:*'])),
      // For `node:assert` in the suite; the store needs nothing from Node.
      compatibilityFlags: ['nodejs_compat'],
      d1Databases: ['DB'],
    })
    try {
      const outcomes: TestOutcome[] = await (await worker.dispatchFetch('http://worker/')).json()
      assert.deepEqual(CollectingRunner.failures(outcomes), [])
      const registered = new CollectingRunner()
      storeContract({ runner: registered, name: 'd1', create: () => ({ store: memory() }) })
      assert.equal(outcomes.length, registered.count, 'no test is left out')
    } finally {
      await worker.dispose()
    }
  })

  test('tables that Wrangler makes of what `latchkey schema` prints are complete, and stay as they are', async () => {
    const { Miniflare } = await load('miniflare')
    const worker = new Miniflare({ ...(await moduleOf('sign-in-worker')), d1Databases: ['DB', 'NEW'] })
    try {
      const binding: D1Database = await worker.getD1Database('DB')
      const printed = await writeSql(LANGUAGES.sqlite.traits)
      const statements = printed.replaceAll(/^--.*$/gm, '').split(/;\s*$/m)
      for (const sql of statements.filter((each) => each.trim() !== '')) await binding.prepare(sql).all()
      const store = d1(binding)
      assert.deepEqual(await store.pendingMigrations(), [])
      assert.deepEqual(await store.migrate(), [])
      const fresh = d1(await worker.getD1Database('NEW'))
      assert.notDeepEqual(await fresh.pendingMigrations(), [])
    } finally {
      await worker.dispose()
    }
  })

  describe('an application in two isolates with one database', () => {
    const cleaning = new AsyncDisposableStack()
    let isolates: readonly Isolate[] = []
    let aheadMilliseconds = 0

    before(async () => {
      const idp = await startDevIdentityProvider({ port: 0, now: () => Date.now() + aheadMilliseconds })
      cleaning.defer(() => idp.close())
      const environment = await environmentFor(idp, {})
      const { Miniflare } = await load('miniflare')
      const shared = {
        ...(await moduleOf('sign-in-worker')),
        bindings: environment,
        d1Databases: { DB: 'shared' },
      }
      const workers = ['one', 'two'].map((name) => ({
        name,
        ...shared,
        unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
      }))
      const miniflare = new Miniflare({ workers })
      cleaning.defer(() => miniflare.dispose())
      isolates = await Promise.all(
        workers.map(async ({ name }) => {
          const at: URL = await miniflare.unsafeGetDirectURL(name)
          return async (target: string, { method = 'GET', cookie = '' }: Sent = {}) => {
            const { pathname, search } = new URL(target, environment.ORIGIN)
            return exchange({
              method,
              url: new URL(pathname + search, at),
              body: null,
              headers: {
                accept: 'text/html',
                host: new URL(environment.ORIGIN).host,
                'sec-fetch-site': 'same-origin',
                'sec-fetch-mode': 'navigate',
                'sec-fetch-dest': 'document',
                'x-ahead': String(aheadMilliseconds),
                ...(method === 'POST' && { origin: environment.ORIGIN }),
                ...(cookie && { cookie }),
              },
            })
          }
        }),
      )
    })
    after(() => cleaning.disposeAsync())

    test('a user is kept, and is the same person at the next login', async () => {
      const [one, two] = pair()
      const first = await signIn(one)
      const second = await signIn(two)
      assert.notEqual(first, second)
      const [a, b] = [await profileAt(two, first), await profileAt(one, second)]
      assert.ok(a)
      assert.deepEqual(a, b)
      const { results } = JSON.parse((await one('/users')).body)
      assert.deepEqual(
        results.map(({ id }: { id: string }) => id),
        [a.id],
      )
    })

    test('a session check is one request to D1, and an anonymous one is none', async () => {
      const [one] = pair()
      const session = await signIn(one)
      await profileAt(one, session)
      const answer = await one('/profile', { cookie: session })
      assert.deepEqual([answer.status, answer.headers['x-asked']], [200, '1'])
      assert.equal((await one('/')).headers['x-asked'], '0')
    })

    test('a session that ends in one isolate has ended in the other at once', async () => {
      const [one, two] = pair()
      const session = await signIn(one)
      assert.ok(await profileAt(two, session))
      const left = await one('/auth/logout', { method: 'POST', cookie: session })
      assert.equal(left.status, 303)
      assert.equal(await profileAt(two, session), null)
      assert.equal(await profileAt(one, session), null)
    })

    test('C1 an attempt is used once over all isolates', async () => {
      const [one, two] = pair()
      const { callback, cookie } = await catchCallback(one)
      const answers = await Promise.all([one, two, one, two].map((isolate) => isolate(callback, { cookie })))
      // Within one isolate, a second delivery gets the same response as the first, with the same session.
      const sessions = new Set(answers.map(sessionOf).filter((each) => each !== null))
      assert.equal(sessions.size, 1, answers.map(({ status }) => status).join())
      assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 303, 400, 400])
      assert.equal(sessionOf(await two(callback, { cookie })), null)
    })

    test('what the guide shows for a worker starts, and guards its page', async () => {
      const guide = await readFile(path.join(import.meta.dirname, '../../docs/stores.md'), 'utf8')
      const [, code = ''] = /^### Cloudflare D1\n[\s\S]*?^```ts\n([\s\S]*?)^```$/m.exec(guide) ?? []
      await writeFile(path.join(folder, 'guide.ts'), code)
      cleaning.defer(() => rm(path.join(folder, 'guide.ts')))
      const { Miniflare } = await load('miniflare')
      const worker = new Miniflare({
        ...(await moduleOf('guide', ['cloudflare:workers'])),
        bindings: {
          ORIGIN: 'http://localhost',
          LATCHKEY_SECRET: 's'.repeat(40),
          GOOGLE_CLIENT_ID: 'client',
          GOOGLE_CLIENT_SECRET: 'secret',
        },
        d1Databases: ['DB'],
      })
      cleaning.defer(() => worker.dispose())
      const page = await worker.dispatchFetch('http://localhost/profile', {
        headers: { accept: 'text/html' },
        redirect: 'manual',
      })
      assert.deepEqual([page.status, page.headers.get('location')], [303, '/auth/login?returnTo=%2Fprofile'])
    })

    test('after an idle hour somebody signs in as ever', async () => {
      const [one, two] = pair()
      const session = await signIn(one)
      aheadMilliseconds += 3_600_000
      assert.ok(await profileAt(two, session), 'the session from before is known')
      assert.ok(await profileAt(one, await signIn(two)))
    })

    function pair(): readonly [Isolate, Isolate] {
      const [one, two] = isolates
      if (!one || !two) throw new Error('the isolates have not been started')
      return [one, two]
    }
  })
})

interface Sent {
  readonly method?: string
  readonly cookie?: string
}

type Isolate = (path: string, init?: Sent) => Promise<ExchangeAnswer>

/** Signs in up to the URL to which the provider sends the browser. */
async function catchCallback(isolate: Isolate): Promise<{ callback: string; cookie: string }> {
  const begun = await isolate('/auth/login/local', { method: 'POST' })
  const cookie = begun.setCookies.map((each) => each.split(';', 1)[0]).join('; ')
  let location = begun.headers.location ?? ''
  while (!location.includes('/auth/callback/')) {
    const answer = await fetch(location, { redirect: 'manual' })
    const next = answer.headers.get('location')
    if (next === null) throw new Error(`${location} answered ${answer.status}`)
    location = new URL(next, location).href
  }
  return { callback: location, cookie }
}

/** Returns the session's Cookie header. */
async function signIn(isolate: Isolate): Promise<string> {
  const { callback, cookie } = await catchCallback(isolate)
  const answer = await isolate(callback, { cookie })
  const session = sessionOf(answer)
  if (session === null) throw new Error(`the callback answered ${answer.status}: ${answer.body}`)
  return session
}

function sessionOf({ setCookies }: ExchangeAnswer): string | null {
  const set = setCookies.find((each) => /^latchkey-\d+=[^;]/.test(each))
  return set?.split(';', 1)[0] ?? null
}

async function profileAt(isolate: Isolate, cookie: string): Promise<{ readonly id: string } | null> {
  const answer = await isolate('/profile', { cookie })
  if (answer.status === 401) return null
  assert.equal(answer.status, 200)
  return JSON.parse(answer.body)
}
