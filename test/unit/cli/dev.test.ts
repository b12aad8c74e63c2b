// `latchkey dev` on the command line: the local identity provider at its address, and the command that runs next to it.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { dev } from '../../../src/cli/dev.ts'
import { root } from '../../../tools/programs.ts'
import { findFreePort } from '../../support/application.ts'

const home = process.cwd()
let folder = ''
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'latchkey-dev-'))
  process.chdir(folder)
})
after(() => {
  process.chdir(home)
  rmSync(folder, { recursive: true, force: true })
})

interface Outcome {
  readonly code: number
  readonly said: string
}

async function run(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Outcome> {
  const said: string[] = []
  const say = (text: string): void => {
    said.push(text)
  }
  const code = await dev(args, { environment, write: say, complain: say })
  return { code, said: said.join('\n') }
}

/** A program that exits with 7 if the local identity provider answers at the address in its variable. */
const asking = [
  '--',
  process.execPath,
  '-e',
  'fetch(process.env.LATCHKEY_DEV_IDP).then(({ ok }) => process.exit(ok ? 7 : 8), () => process.exit(9))',
]

test('the command finds the local identity provider where its variable says, and its exit code is answered', async () => {
  const address = `http://127.0.0.1:${await findFreePort()}`
  const { code, said } = await run(asking, { LATCHKEY_DEV_IDP: address })
  assert.equal(code, 7, said)
  assert.match(said, new RegExp(`The local identity provider is at ${address}`))
  await assert.rejects(fetch(address), 'it ends with the command')
})

test('a port that is taken is said, and no other one is taken instead', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  try {
    const address = `http://127.0.0.1:${port}`
    const { code, said } = await run(asking, { LATCHKEY_DEV_IDP: address })
    assert.equal(code, 1)
    assert.match(said, new RegExp(`Port ${port}.* is taken\\. Set LATCHKEY_DEV_IDP`))
  } finally {
    other.close()
  }
  // Once the port is free again, the same one is used: no other port was saved.
  assert.equal((await run(asking, { LATCHKEY_DEV_IDP: `http://127.0.0.1:${port}` })).code, 7)
})

test('a program that is not there is said', async () => {
  const environment = { LATCHKEY_DEV_IDP: `http://127.0.0.1:${await findFreePort()}` }
  const { code, said } = await run(['--', 'no-such-program-of-latchkey'], environment)
  assert.equal(code, 1)
  assert.match(said, /no-such-program-of-latchkey cannot be started/)
})

for (const address of ['https://127.0.0.1:3001', 'http://idp.example:3001', 'http://127.0.0.1', 'nowhere']) {
  test(`the address ${address} is refused`, async () => {
    const { code, said } = await run(asking, { LATCHKEY_DEV_IDP: address })
    assert.deepEqual([code, /must be an address on this machine/.test(said)], [2, true])
  })
}

for (const args of [['wrangler', 'dev'], ['--'], ['--port', '1'], ['x', '--', 'y']]) {
  test(`called wrongly (${args.join(' ')}), it shows how`, async () => {
    const { code, said } = await run(args, {})
    assert.equal(code, 2)
    assert.match(said, /^latchkey dev: .+\nUsage: latchkey dev \[-- COMMAND…\]/)
  })
}

test('a supervisor ends it together with the command', { skip: process.platform === 'win32' }, async () => {
  const latchkey = path.join(root, 'src/cli/latchkey.ts')
  const waiting = [process.execPath, '-e', "console.log('pid', process.pid); setInterval(() => {}, 1000)"]
  const child = spawn(process.execPath, ['--conditions=latchkey-source', latchkey, 'dev', '--', ...waiting], {
    cwd: folder,
    env: { PATH: process.env.PATH, LATCHKEY_DEV_IDP: `http://127.0.0.1:${await findFreePort()}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const pid = await new Promise<number>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk
      const [, found] = /pid (\d+)/.exec(said) ?? []
      if (found !== undefined) resolve(Number(found))
    })
  })
  assert.doesNotThrow(() => process.kill(pid, 0))
  child.kill('SIGTERM')
  await once(child, 'exit')
  assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' })
})

test('it does not start in production', async () => {
  const before = process.env.NODE_ENV
  try {
    process.env.NODE_ENV = 'production'
    const { code, said } = await run(asking, { LATCHKEY_DEV_IDP: `http://127.0.0.1:${await findFreePort()}` })
    assert.equal(code, 1)
    assert.match(said, /never starts with NODE_ENV=production/)
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
})
