import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileLock, fileStorage, openBrowserOf, terminalClient } from '../../../src/terminal/index.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latchkey-terminal-'))
})
after(() => rm(folder, { recursive: true, force: true }))

test('a file that only this user can read, in a folder that is made, and gone when there is nothing to keep', async () => {
  const file = path.join(folder, 'deep/er/session')
  const storage = fileStorage(file)
  assert.equal(await storage.load(), null)
  await storage.save(null)
  await storage.save('one')
  await storage.save('two')
  assert.equal(await storage.load(), 'two')
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  assert.equal((await stat(path.dirname(file))).mode & 0o777, 0o700)
  assert.deepEqual(await readdir(path.dirname(file)), ['session'])
  await storage.save(null)
  assert.equal(await storage.load(), null)
})

test('work under a lock comes one after the other, and goes on after work that failed', async () => {
  const lock = fileLock(path.join(folder, 'lock'))
  let running = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++running)
    await wait(20)
    running--
  }
  await Promise.all([lock(work), lock(work), lock(work)])
  assert.equal(most, 1)
  await assert.rejects(
    lock(() => Promise.reject(new Error('broken'))),
    /broken/,
  )
  assert.equal(await lock(async () => 7), 7)
})

test('the lock of a process that died is taken over', async () => {
  const file = path.join(folder, 'left-over')
  await writeFile(file, '')
  const long = new Date(Date.now() - 60_000)
  await utimes(file, long, long)
  assert.equal(await fileLock(file)(async () => 'done'), 'done')
})

test('the lock of a process that still works is not taken over, however long it takes', {
  timeout: 20_000,
}, async (t) => {
  const file = path.join(folder, 'slow')
  t.mock.timers.enable({ apis: ['setInterval'] })
  await fileLock(file)(async () => {
    const long = new Date(Date.now() - 60_000)
    await utimes(file, long, long)
    t.mock.timers.tick(10_000)
    const giveUpAt = Date.now() + 10_000
    while ((await stat(file)).mtimeMs <= long.getTime()) assert.ok(Date.now() < giveUpAt, 'it looks dead')
  })
  await assert.rejects(stat(file), { code: 'ENOENT' })
})

test('a browser is opened where the person has one in front of them, and never through a shell', async () => {
  const program = path.join(folder, 'browser')
  const opened = path.join(folder, 'opened')
  await writeFile(program, `#!/bin/sh\nprintf '%s' "$1" > '${opened}'\n`, { mode: 0o755 })
  const open = (environment: Readonly<Record<string, string>>) =>
    openBrowserOf({ platform: 'linux', environment })
  const url = 'https://app.example.com/auth/authorize?a=$(touch x)&b=;c'
  assert.equal(await open({ BROWSER: program })(url), true)
  for (let tries = 0; tries < 200 && !(await readFile(opened, 'utf8').catch(() => '')); tries++)
    await wait(20)
  assert.equal(await readFile(opened, 'utf8'), url)
  for (const environment of [
    {},
    { BROWSER: 'none', DISPLAY: ':0' },
    { DISPLAY: ':0', SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' },
    { BROWSER: path.join(folder, 'no-such-program') },
  ]) {
    assert.equal(await open(environment)(url), false)
  }
  assert.equal(await open({ BROWSER: program })('file:///etc/passwd'), false)
})

test('a path that cannot be registered is refused at once', () => {
  const storage = { load: () => null, save: () => {} }
  const make = (callbackPath: string) =>
    terminalClient({ issuer: 'https://app.example.com/auth', clientId: 'cli', storage, callbackPath })
  make('/done')
  for (const callbackPath of ['done', '/a?b', '//x y', ''])
    assert.throws(() => make(callbackPath), { code: 'config_invalid' })
})
