// Hosts that suspend after a response are kept awake until hooks and background writes are done.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { latchkey } from 'latchkey'
import { fetchLatchkey } from 'latchkey/fetch'
import { honoLatchkey } from 'latchkey/hono'
import { oidc } from 'latchkey/providers/oidc'
import { memory } from 'latchkey/stores/memory'
import { issueTestSession } from 'latchkey/testing'
import type { MountedAuth } from '../../../src/latchkey.ts'

const origin = 'http://localhost:3001'
const hour = 3_600_000

/** An auth that passes `work` to `waitUntil` at each route and at each check. */
function worker(): { readonly auth: MountedAuth; readonly work: Promise<unknown> } {
  const work = sleep(1)
  const auth = {
    basePath: '/auth',
    async handle(_request: Request, context: { waitUntil?: (work: Promise<unknown>) => void }) {
      context.waitUntil?.(work)
      return new Response()
    },
    session(_source: unknown, waitUntil?: (work: Promise<unknown>) => void) {
      waitUntil?.(work)
      return { user: null, session: null, credential: null, setCookies: [], refusal: null }
    },
  } as never as MountedAuth
  return { auth, work }
}

/** A method that depends on `this`, as on Workers. */
class ExecutionContext {
  readonly kept: Promise<unknown>[] = []
  readonly props = {}
  waitUntil(work: Promise<unknown>): void {
    this.kept.push(work)
  }
  passThroughOnException(): void {}
}

test('NS5 fetch handlers hand over to the context of a worker', async () => {
  const { auth, work } = worker()
  const context = new ExecutionContext()
  const fetch = fetchLatchkey(
    auth,
    (_request, _auth, _env: object, _context: ExecutionContext) => new Response(),
  )
  for (const path of ['/auth/login', '/']) await fetch(new Request(origin + path), {}, context)
  assert.deepEqual(context.kept, [work, work])
  // A host without a context works too.
  assert.equal((await fetchLatchkey(auth, () => new Response())(new Request(origin))).status, 200)
})

test('NS5 Hono hands over to its execution context', async () => {
  const { auth, work } = worker()
  const context = new ExecutionContext()
  const app = new Hono()
  app.use(honoLatchkey(auth))
  app.get('/', (c) => c.text('home'))
  for (const path of ['/auth/login', '/']) await app.request(origin + path, {}, {}, context)
  assert.deepEqual(context.kept, [work, work])
  assert.equal((await app.request(origin)).status, 200)
})

test('NS5 the renewal of a session is written before a worker sleeps', async () => {
  let now = Date.now()
  const options = { origin, secret: 'x'.repeat(40), log: () => {}, now: () => now, store: memory() }
  const providers = [oidc({ id: 'a', issuer: 'https://a.example', clientId: 'c', clientSecret: 's' })]
  const auth = latchkey({ ...options, providers, session: { cacheSeconds: 0 }, environment: {} })
  const { cookieHeader } = await issueTestSession(auth, { subject: 's' }, { origin })
  const kept: Promise<unknown>[] = []
  const source = { headers: { cookie: cookieHeader } }
  await auth.session(source, (work) => kept.push(work))
  assert.equal(kept.length, 0, 'a read writes nothing')
  now += 2 * hour
  await auth.session(source, (work) => kept.push(work))
  assert.equal(kept.length, 1)
  await Promise.all(kept)
  const { session } = await auth.session(source)
  assert.equal(session?.expiresAt.getTime(), now + 7 * 24 * hour)
})

test('NS5 a Lambda function answers after its hooks', async () => {
  const seen: string[] = []
  for (const AWS_LAMBDA_FUNCTION_NAME of ['mine', undefined]) {
    const auth = latchkey({
      origin,
      secret: 'x'.repeat(40),
      providers: [oidc({ id: 'a', issuer: 'https://a.example', clientId: 'c', clientSecret: 's' })],
      store: memory(),
      log: () => {},
      on: async (event) => {
        await sleep(30)
        seen.push(event.type)
      },
      environment: { AWS_LAMBDA_FUNCTION_NAME },
    })
    await auth.ready()
    const { cookieHeader } = await issueTestSession(auth, { subject: 's' }, { origin })
    const headers = { cookie: cookieHeader, origin, 'sec-fetch-site': 'same-origin' }
    const before = seen.length
    await auth.handle(new Request(`${origin}/auth/logout`, { method: 'POST', headers }))
    assert.equal(seen.length > before, AWS_LAMBDA_FUNCTION_NAME !== undefined)
    await auth.close()
  }
})
