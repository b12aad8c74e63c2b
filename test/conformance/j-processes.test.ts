// Cases J1, J4 and J5 across processes that share one SQLite file: a slow provider that rotates refresh tokens sees one
// refresh, no matter which process asks or fails on the way (RFC 9700 §4.14.2).
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sqlite } from 'latchkey/stores/sqlite'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { json } from '../support/provider-answers.ts'
import type { TokenCall, TokenCallResult } from '../support/token-caller.ts'
import { startTokenCaller, type TokenCaller } from '../support/token-caller-process.ts'
import { signInTokenHolder } from '../support/token-holder.ts'

const CALLS = 100

let folder: string
let app: InProcessApplication
let h: TestProvider
const secret = randomBytes(32).toString('base64url')
const callers = new Set<TokenCaller>()

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-tokens-'))
  h = await startProvider()
  app = await startInProcess({
    providers: [describeProvider('h', h)],
    keepTokens: true,
    store: sqlite(join(folder, 'app.db')),
    secret,
  })
})
afterEach(() => {
  for (const caller of callers) caller.kill()
  callers.clear()
  h.reset()
  h.reusedRefreshTokens = 0
})
after(async () => {
  await app.stop()
  await h.stop()
  await rm(folder, { recursive: true })
})

/** Signs in a person whose access token expires at once. */
async function prepareCall(): Promise<(fields?: Partial<TokenCall>) => Promise<TokenCaller>> {
  const { cookieHeader } = await signInTokenHolder(app, { id: 'h', at: h })
  const { issuer, clientId, clientSecret } = h
  return async (fields = {}) => {
    const caller = await startTokenCaller({
      databaseUrl: `sqlite:${join(folder, 'app.db')}`,
      secret,
      origin: app.origin,
      provider: { issuer, clientId, clientSecret: clientSecret ?? '' },
      cookieHeader,
      calls: CALLS,
      clockAheadMilliseconds: 0,
      ...fields,
    })
    callers.add(caller)
    return caller
  }
}

/** Both start at the same moment. */
async function callFromTwo(start: () => Promise<TokenCaller>): Promise<readonly TokenCallResult[]> {
  const both = await Promise.all([start(), start()])
  for (const caller of both) caller.go()
  return Promise.all(both.map((caller) => caller.result()))
}

function assertAll(results: readonly TokenCallResult[], state: string): void {
  for (const { states } of results) {
    assert.equal(states.length, CALLS)
    assert.deepEqual([...new Set(states)], [state])
  }
}

test('J1 100 callers in each of two processes make one refresh, and all get its token', async () => {
  const start = await prepareCall()
  h.behaviour.tokenDelayMilliseconds = 500
  const results = await callFromTwo(start)
  assertAll(results, 'fresh')
  assert.equal(new Set(results.flatMap(({ tokens }) => tokens)).size, 1)
  assert.equal(h.count('token'), 1)
  assert.equal(h.reusedRefreshTokens, 0)
})

test('J3 invalid_grant is asked for once over two processes, and told to every caller', async () => {
  const start = await prepareCall()
  h.behaviour.token = () => ({ ...json({ error: 'invalid_grant' }, {}, 400), delayMilliseconds: 200 })
  assertAll(await callFromTwo(start), 'revoked')
  assert.equal(h.count('token'), 1)
})

test('J4 a provider that answers 503 is asked once by each process, and every caller told to wait', async () => {
  const start = await prepareCall()
  h.behaviour.token = () => ({ status: 503, delayMilliseconds: 100 })
  assertAll(await callFromTwo(start), 'unavailable')
  assert.equal(h.count('token'), 2)
  // The grant survives: the next process gets a token.
  h.reset()
  const later = await start()
  later.go()
  assertAll([await later.result()], 'fresh')
  assert.equal(h.reusedRefreshTokens, 0)
})

test('J5 a process that dies before the provider has rotated costs nothing', async () => {
  const start = await prepareCall()
  const [dying, heir] = await Promise.all([start(), start({ clockAheadMilliseconds: 20_000 })])
  h.behaviour.token = () => ({ stream: () => {} })
  dying.go()
  await until(() => h.count('token') === 1)
  dying.kill()
  h.reset()
  heir.go()
  assertAll([await heir.result()], 'fresh')
  assert.equal(h.count('token'), 1)
})

test('J5 a process that dies after the provider has rotated: the person is asked once, and nobody else is harmed', async () => {
  const start = await prepareCall()
  const [dying, heir] = await Promise.all([start(), start({ clockAheadMilliseconds: 20_000 })])
  h.behaviour.tokenDelayMilliseconds = 3_000
  dying.go()
  await until(() => h.count('token') === 1)
  dying.kill()
  h.behaviour.tokenDelayMilliseconds = 0
  heir.go()
  assertAll([await heir.result()], 'revoked')
  assert.equal(h.count('token'), 2)
})

async function until(isSo: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + 30_000
  while (!isSo()) {
    if (Date.now() > giveUpAt) throw new Error('it did not happen in 30 seconds')
    await wait(10)
  }
}
