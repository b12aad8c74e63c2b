import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const servers = fileURLToPath(new URL('../../support/database-servers.ts', import.meta.url))
const script = `
  import { ownSqliteFile } from ${JSON.stringify(servers)}
  const [kept, dropped] = [await ownSqliteFile(), await ownSqliteFile()]
  await dropped.drop()
  console.log(JSON.stringify([kept.url, dropped.url]))
  setInterval(() => {}, 1_000)`

/** Starts a process that creates two files and drops one of them. */
async function start(): Promise<{ child: ChildProcess; folders: readonly string[] }> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const urls = JSON.parse(line.toString()) as string[]
  return { child, folders: urls.map((url) => url.slice('sqlite:'.length, -'/app.db'.length)) }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`a run that is ended by ${signal} takes away what it had made`, async () => {
    const { child, folders } = await start()
    assert.deepEqual(folders.map(existsSync), [true, false])
    child.kill(signal)
    const [code] = await once(child, 'exit')
    assert.equal(code, signal === 'SIGINT' ? 130 : 143)
    assert.deepEqual(folders.map(existsSync), [false, false])
  })
}
