// `latchkey migrate` on the command line: in its own process, configured by the environment.
import assert from 'node:assert/strict'
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { MIGRATIONS } from '../../../src/stores/parts/migrations/list.ts'
import { callLatchkey } from '../../support/call-latchkey.ts'

const names = MIGRATIONS.map(({ name }) => name)

describe('latchkey migrate', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-cli-'))
  })
  after(() => rm(folder, { recursive: true }))

  const latchkey = (args: readonly string[], environment: Record<string, string> = {}) =>
    callLatchkey(args, { folder, environment })

  test('shows, applies and takes back', async () => {
    const DATABASE_URL = 'sqlite:data/app.db'
    const run = (...args: string[]) => latchkey(['migrate', ...args], { DATABASE_URL })
    const lines = (word: string, listed: readonly string[]) => ({
      code: 0,
      stdout: listed.map((name) => `${word} ${name}\n`).join(''),
      stderr: '',
    })
    assert.deepEqual(await run('--status'), lines('Pending', names))
    const applied = await run()
    assert.ok(applied.stdout.startsWith(lines('Applied', names).stdout))
    assert.match((await run('--status')).stdout, /up to date/)
    assert.match((await run()).stdout, /^Nothing to do/)
    const newest = names.slice(-1)
    assert.deepEqual(await run('--down'), lines('Took back', newest))
    assert.deepEqual(await run('--status'), lines('Pending', newest))
  })

  test('says which database it is about, where DATABASE_URL names none', async () => {
    const { code, stderr } = await latchkey(['migrate', '--status'], { DATABASE_URL: '' })
    assert.equal(code, 0)
    assert.match(stderr, /^DATABASE_URL is not set, so this is \.latchkey\/app\.db\./)
    assert.equal((await latchkey(['migrate', '--status'], { DATABASE_URL: 'sqlite:named.db' })).stderr, '')
  })

  test('NS11 says, when it makes tables, that other tools must leave them alone', async () => {
    const environment = { DATABASE_URL: 'sqlite:beside/app.db' }
    assert.match((await latchkey(['migrate'], environment)).stdout, /Drizzle, Prisma.*latchkey_\*/)
    assert.doesNotMatch((await latchkey(['migrate'], environment)).stdout, /Drizzle/)
  })

  test('prints SQL and opens nothing', async () => {
    const { code, stdout } = await latchkey(['migrate', '--print'], { DATABASE_URL: 'sqlite:unused.db' })
    assert.equal(code, 0)
    assert.match(stdout, /create table if not exists "latchkey_users"/)
    await assert.rejects(access(join(folder, 'unused.db')))
  })

  test('prints SQL for a server that need not be there', async () => {
    const url = 'mysql://somebody:pa55word@127.0.0.1:1/app'
    const { code, stdout } = await latchkey(['migrate', '--print'], { DATABASE_URL: url })
    assert.equal(code, 0)
    assert.match(stdout, /create table if not exists `latchkey_users`/)
  })

  test('reads .env; variables that are set already win', async () => {
    await writeFile(join(folder, '.env'), 'DATABASE_URL=memory:\n')
    assert.match((await latchkey(['migrate'])).stdout, /memory store has no tables/)
    assert.match((await latchkey(['migrate'], { DATABASE_URL: 'sqlite:other.db' })).stdout, /^Applied/)
  })

  test('a database that cannot be used is an error with its reason and without the password', async () => {
    for (const url of ['postgres://somebody:pa55word@127.0.0.1:1/app', 'oracle://somebody:pa55word@db/app']) {
      const { code, stderr } = await latchkey(['migrate'], { DATABASE_URL: url })
      assert.equal(code, 1)
      assert.match(stderr, /^(store_unavailable|config_option_invalid): /)
      assert.doesNotMatch(stderr, /pa55word/)
    }
  })
})
