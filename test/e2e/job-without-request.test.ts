// A job that acts for people who are absent: a process without a server, with the servers' store and secret.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { LatchkeyError } from 'latchkey'
import { storeFromEnvironment } from 'latchkey/environment'
import { type OwnDatabase, ownSqliteFile } from '../support/database-servers.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, signIn } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { json } from '../support/provider-answers.ts'
import { signInTokenHolder } from '../support/token-holder.ts'

const program = fileURLToPath(new URL('../support/job.ts', import.meta.url))
const secret = randomBytes(32).toString('base64url')
const people = 100

let database: OwnDatabase
let app: InProcessApplication
let h: TestProvider

before(async () => {
  database = await ownSqliteFile()
  h = await startProvider()
  app = await startInProcess({
    providers: [describeProvider('h', h, { apiUrl: `${h.origin}${h.paths.userinfo}` })],
    keepTokens: true,
    store: await storeFromEnvironment({ DATABASE_URL: database.url }),
    secret,
  })
})
after(async () => {
  await app.stop()
  await h.stop()
  await database.drop()
})

interface JobResult {
  readonly subjects: Readonly<Record<string, string>>
  readonly failures: readonly string[]
}

async function runJob(environment: Readonly<Record<string, string>> = {}): Promise<JobResult> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=latchkey-source', program], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      ORIGIN: app.origin,
      LATCHKEY_SECRET: secret,
      DATABASE_URL: database.url,
      ISSUER: h.issuer,
      API_URL: `${h.origin}${h.paths.userinfo}`,
      CLIENT_ID: h.clientId,
      CLIENT_SECRET: h.clientSecret ?? '',
      ...environment,
    },
  })
  return JSON.parse(stdout)
}

test('a worker without a request calls the provider’s API for a hundred people, whose tokens it refreshes', async () => {
  const subjects = new Map<string, string>()
  for (let count = 0; count < people; count++) {
    // Expires at once, so that the job has to refresh each token.
    const { session } = await signInTokenHolder(app, { id: 'h', at: h })
    subjects.set(session.user.id, session.identity.subject)
  }
  const { subjects: seen, failures } = await runJob()
  assert.deepEqual(failures, [])
  assert.deepEqual(seen, Object.fromEntries(subjects))
  assert.equal(h.reusedRefreshTokens, 0)
})

test('the tokens of an account are those of this user and this account', async () => {
  const { session } = await signInTokenHolder(app, { id: 'h', at: h, expiresIn: 3600 })
  const userId = session.user.id
  const outcome = await app.auth.tokens({ userId, provider: 'h' }).get()
  assert.ok(outcome.state === 'fresh')
  assert.deepEqual(await app.auth.tokens(session).get('h'), outcome)
  const [account] = await app.auth.users.accounts(userId)
  const accountId = account?.id ?? ''
  assert.deepEqual(await app.auth.tokens({ userId, provider: 'h', accountId }).get(), outcome)

  const other = await signInTokenHolder(app, { id: 'h', at: h, expiresIn: 3600 })
  const otherUser = other.session.user.id
  const absent = { state: 'absent', reauthorizePath: null }
  assert.deepEqual(await app.auth.tokens({ userId: otherUser, provider: 'h', accountId }).get(), absent)
  assert.deepEqual(await app.auth.tokens({ userId: 'nobody', provider: 'h' }).get(), absent)
  await assert.rejects(app.auth.tokens({ userId: 'nobody', provider: 'h' }).fetch(h.origin), {
    code: 'token_absent',
  })
  await assert.rejects(app.auth.tokens({ userId, provider: 'unknown' }).get(), { code: 'provider_unknown' })
  await assert.rejects(app.auth.tokens({ userId, provider: 'h' }).fetch('https://other.example/'), {
    code: 'token_origin_refused',
  })
})

test('where a grant has ended, the job gets the path that asks the person, and it works once they are signed in', async () => {
  const { session, browser, person } = await signInTokenHolder(app, { id: 'h', at: h })
  const userId = session.user.id
  h.behaviour.token = () => json({ error: 'invalid_grant' }, {}, 400)
  const outcome = await app.auth.tokens({ userId, provider: 'h' }).get()
  h.reset()
  assert.ok(outcome.state === 'revoked')
  h.person = person
  const page = await browser.tab(app.url('/')).open(app.url(outcome.reauthorizePath))
  assert.equal(page.status, 200)
  assert.equal((await app.auth.tokens({ userId, provider: 'h' }).get()).state, 'fresh')
})

test('users are listed newest first, in parts, and found by name and address', async () => {
  const browser = app.browser()
  const person = newPerson({ name: 'Åsa Unusual Ek' })
  await signIn(browser, app, 'h', { at: h, as: person })
  const first = await app.auth.users.list({ limit: 10 })
  assert.equal(first.users.length, 10)
  assert.equal(first.users[0]?.name, 'Åsa Unusual Ek')
  const all = [...first.users]
  for (let { cursor } = first; cursor !== null; ) {
    const page = await app.auth.users.list({ cursor, limit: 10 })
    all.push(...page.users)
    cursor = page.cursor
  }
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length)
  assert.ok(all.length > people)
  const found = await app.auth.users.list({ search: ' unusual EK ' })
  assert.deepEqual([found.users.map(({ name }) => name), found.cursor], [['Åsa Unusual Ek'], null])
  assert.deepEqual((await app.auth.users.list({ search: 'n%thing' })).users, [])
  for (const limit of [0, 1.5, 1001]) {
    await assert.rejects(app.auth.users.list({ limit }), LatchkeyError)
  }
})
