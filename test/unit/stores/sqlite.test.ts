// The SQLite store beyond the contract: many processes, unusable files, and when the driver is loaded.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { translateSqliteError } from '../../../src/stores/parts/sqlite/sqlite-error.ts'
import { sqlite } from '../../../src/stores/sqlite.ts'
import { newAccount, newSession, newUser } from '../../../src/testing/contract/store/records.ts'

const run = promisify(execFile)
const unavailable = { code: 'store_unavailable' }

describe('the SQLite store', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-sqlite-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  test('ten processes that start at once apply the migrations once and lose no user', async () => {
    const file = join(folder, 'shared', 'app.db')
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        runInProcess(file, 'process.stdout.write(JSON.stringify(await start()))'),
      ),
    )
    const applied = outcomes.flatMap((text) => JSON.parse(text) as string[])
    const store = sqlite(file)
    assert.deepEqual(await store.pendingMigrations(), [])
    assert.equal(new Set(applied).size, applied.length, 'each was applied by one process')
    assert.ok(applied.length > 0)
    assert.equal((await store.users.listAccountsByVerifiedEmail('ada@example.com', 100)).length, 10)
    await store.close()
  })

  test('nothing is opened before the first use', async () => {
    const store = sqlite(join(folder, 'unused', 'app.db'))
    await store.close()
    await assert.rejects(readFile(join(folder, 'unused', 'app.db')), { code: 'ENOENT' })
  })

  test('a file that is no database is refused, left as it is, and used once it is put right', async () => {
    const file = join(folder, 'damaged.db')
    const damage = 'This is not a database. '.repeat(100)
    await writeFile(file, damage)
    const store = sqlite(file)
    await assert.rejects(store.migrate(), unavailable)
    assert.throws(() => store.sessions.find('any'), unavailable)
    assert.equal(await readFile(file, 'utf8'), damage)
    await rm(file)
    await store.migrate()
    assert.equal(await store.users.find('nobody'), null)
    await store.close()
  })

  test('a folder that cannot be made is an unavailable store', async () => {
    const file = join(folder, 'a file')
    await writeFile(file, '')
    const store = sqlite(join(file, 'app.db'))
    await assert.rejects(store.migrate(), unavailable)
    await assert.rejects(store.users.find('nobody'), { ...unavailable, detail: /ENOTDIR|EEXIST/ })
  })

  test('NF23 a new file, those beside it and their folder are their owner’s alone; one that is there keeps its mode', async () => {
    const place = join(folder, 'new', 'deep')
    const modeOf = async (name: string) => ((await stat(join(place, name))).mode & 0o777).toString(8)
    const umask = process.umask(0o022)
    try {
      const store = sqlite(join(place, 'app.db'))
      await store.migrate()
      await store.users.find('nobody')
      for (const name of ['app.db', 'app.db-wal', 'app.db-shm']) assert.equal(await modeOf(name), '600', name)
      for (const name of ['.', '..']) assert.equal(await modeOf(name), '700', name)
      await store.close()
      await chmod(join(place, 'app.db'), 0o640)
      const again = sqlite(join(place, 'app.db'))
      assert.deepEqual(await again.pendingMigrations(), [])
      assert.equal(await modeOf('app.db'), '640')
      await again.close()
    } finally {
      process.umask(umask)
    }
  })

  test('NP14b the folder of development keeps itself out of the repository; another folder is left alone', async () => {
    for (const [name, expected] of [
      ['.latchkey', '*\n'],
      ['data', null],
    ] as const) {
      const store = sqlite(join(folder, name, 'app.db'))
      await store.migrate()
      await store.close()
      const ignored = await readFile(join(folder, name, '.gitignore'), 'utf8').catch(() => null)
      assert.equal(ignored, expected)
    }
  })

  test('NS12b a folder that cannot be written is said with the remedy, and other failures without', () => {
    const failed = (code: string) =>
      translateSqliteError(Object.assign(new Error('mkdir'), { code }), 'app.db')
    for (const code of ['EROFS', 'EACCES', 'EPERM']) {
      const { detail = '' } = failed(code)
      assert.match(detail, new RegExp(`^app\\.db: ${code}\\. It cannot be written: .*DATABASE_URL`))
    }
    assert.equal(failed('EIO').detail, 'app.db: EIO.')
  })

  test('a damaged page fails the reads that need it and leaves the file as it is', async () => {
    const file = join(folder, 'torn.db')
    const store = sqlite(file)
    await store.migrate()
    const user = newUser()
    await store.users.create(user, newAccount(user.id))
    await store.sessions.insert(newSession(user.id, { id: 'session' }))
    assert.ok(await store.sessions.find('session'))
    await store.close()
    const bytes = await readFile(file)
    bytes.fill(0xff, 4096)
    await writeFile(file, bytes)
    const torn = sqlite(file)
    assert.throws(() => torn.sessions.find('session'), unavailable)
    await torn.close()
    assert.deepEqual(await readFile(file), bytes)
  })

  test('tables that are missing are named with their remedy', async () => {
    const store = sqlite(join(folder, 'empty.db'))
    assert.throws(() => store.sessions.find('any'), { ...unavailable, detail: /latchkey migrate/ })
    await assert.rejects(store.users.find('nobody'), { ...unavailable, detail: /latchkey migrate/ })
    await store.migrate()
    assert.equal(await store.sessions.find('any'), null)
    await store.close()
  })

  test('a closed store is unavailable', async () => {
    const store = sqlite(':memory:')
    await store.migrate()
    await store.close()
    assert.throws(() => store.sessions.find('any'), unavailable)
    await assert.rejects(store.users.find('any'), unavailable)
  })

  test('starting on an up-to-date file and checking sessions loads no query builder', async () => {
    const file = join(folder, 'lean.db')
    const store = sqlite(file)
    await store.migrate()
    await store.close()
    const text = await runInProcess(
      file,
      `const { registerHooks } = await import('node:module')
       const loaded = []
       registerHooks({ resolve: (name, context, next) => (loaded.push(name), next(name, context)) })
       await store.migrate()
       store.sessions.find('any')
       process.stdout.write(JSON.stringify(loaded))`,
    )
    assert.deepEqual(JSON.parse(text), [])
  })
})

/** Runs a script in its own process, with `store` on this file and `start()`, which creates a user. */
async function runInProcess(file: string, lines: string): Promise<string> {
  const place = (path: string) => JSON.stringify(new URL(path, import.meta.url).href)
  const script = `
    import { sqlite } from ${place('../../../src/stores/sqlite.ts')}
    import { newAccount, newUser } from ${place('../../../src/testing/contract/store/records.ts')}
    const store = sqlite(${JSON.stringify(file)})
    async function start() {
      const applied = await store.migrate()
      const user = newUser()
      await store.users.create(user, newAccount(user.id, { email: 'Ada@example.com' }))
      return applied
    }
    ${lines}`
  const args = ['--input-type=module', '--eval', script]
  const { stdout } = await run(process.execPath, args)
  return stdout
}
