// What `latchkey init` makes runs: from the packed tarball, for every host that is a program on Node, started by `npm start` and
// signed in at two providers. And every combination of host and store compiles. Next.js and SvelteKit: test/frameworks/init.ts.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { serverHosts } from '../../src/cli/init/hosts/server-hosts.ts'
import { versionsOf } from '../../src/cli/init/package-versions.ts'
import { stores } from '../../src/cli/init/stores.ts'
import { packInto } from '../../tools/pack.ts'
import { root, runNode, runNpm } from '../../tools/programs.ts'
import { findFreePort } from '../support/application.ts'
import { signInFromProfile } from '../support/frameworks-guide.ts'
import { waitForAnswer } from './wait-for-answer.ts'

const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts']

describe('what latchkey init makes', { timeout: 400_000 }, () => {
  let base = ''
  let tarball = ''
  const running = new Set<ChildProcess>()

  // One installation below which all projects stand: Node looks for packages upwards.
  before(async () => {
    base = await mkdtemp(path.join(tmpdir(), 'latchkey-init-'))
    tarball = await packInto(base)
    const [creator] = await packedCreator()
    const dependencies = Object.assign(
      { latchkey: `file:${tarball}`, 'create-latchkey': `file:${creator}` },
      versionsOf('@types/node', 'pg', 'mysql2'),
      ...serverHosts.flatMap((host) => [host.dependencies, host.devDependencies]),
    )
    await writeFile(path.join(base, 'package.json'), JSON.stringify({ private: true, dependencies }))
    assert.equal(await runNpm(['install', ...quiet], base), 0, 'npm install failed')
  })

  after(async () => {
    for (const child of running) stop(child)
    await rm(base, { recursive: true, force: true, maxRetries: 5 })
  })

  async function packedCreator(): Promise<readonly string[]> {
    const folder = path.join(root, 'packages/create-latchkey')
    assert.equal(await runNpm(['pack', '--silent', '--pack-destination', base], folder), 0)
    const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
    return [path.join(base, `create-latchkey-${version}.tgz`)]
  }

  /** The command of the installed package, as `npx` runs it. */
  async function call(
    command: 'latchkey' | 'create-latchkey',
    args: readonly string[],
    folder = base,
  ): Promise<string> {
    const child = spawn(path.join(base, 'node_modules/.bin', command), args, {
      cwd: folder,
      env: { PATH: process.env.PATH, LATCHKEY_PACKAGE: tarball },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    const code = await new Promise((resolve) => child.once('close', resolve))
    assert.equal(code, 0, output)
    return output
  }

  /** `npm start`, in a process group of its own. */
  async function start(folder: string): Promise<{ readonly origin: string; readonly child: ChildProcess }> {
    const port = await findFreePort()
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      PORT: String(port),
      npm_config_update_notifier: 'false',
    }
    const child = spawn('npm', ['start', '--silent'], {
      cwd: folder,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
      detached: true,
    })
    running.add(child)
    const origin = `http://localhost:${port}`
    assert.equal((await waitForAnswer(`${origin}/`, child, 60)).status, 200)
    return { origin, child }
  }

  function stop(child: ChildProcess): void {
    running.delete(child)
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }

  /** What a person sees: the home page, the way in, the protected page, at the first and at an added provider. */
  async function assertSignsIn(folder: string, tellsPeer = true): Promise<void> {
    const { origin, child } = await start(folder)
    try {
      const home = await (await fetch(`${origin}/`)).text()
      assert.match(home, /href="\/auth\/login"/)
      assert.doesNotMatch(home, /Your profile/)
      const refused = await fetch(`${origin}/profile`, {
        redirect: 'manual',
        headers: { accept: 'text/html' },
      })
      assert.deepEqual(
        [refused.status, refused.headers.get('location')],
        [303, '/auth/login?returnTo=%2Fprofile'],
      )
      for (const provider of ['google', 'github']) {
        const page = await signInFromProfile(origin, provider)
        assert.match(page.html, /Your profile/)
        assert.match(page.html, /@|<dd>/)
      }
      // Only where the host says that the browser is on this machine.
      assert.equal((await fetch(`${origin}/auth/inspect`)).status, tellsPeer ? 200 : 403)
    } finally {
      stop(child)
    }
  }

  for (const { id, tellsPeer } of serverHosts) {
    test(`signs people in on ${id}`, async () => {
      await call('latchkey', [
        'init',
        id,
        '--yes',
        '--host',
        id,
        '--providers',
        'google,github',
        '--store',
        'sqlite',
      ])
      await assertSignsIn(path.join(base, id), tellsPeer)
    })
  }

  test('is whole by itself: npm create latchkey, npm install, npm start, and a provider added', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-create-'))
    try {
      const output = await call(
        'create-latchkey',
        ['app', '--yes', '--providers', 'google', '--store', 'none'],
        folder,
      )
      assert.match(output, /npm install/)
      const app = path.join(folder, 'app')
      await call('latchkey', ['add', 'github', '--yes'], app)
      assert.equal(await runNpm(['install', ...quiet], app), 0)
      await assertSignsIn(app)
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  })

  test('compiles, on every host with every store', async () => {
    const folder = path.join(base, 'combinations')
    await mkdir(folder)
    const { init } = await import('../../src/cli/init.ts')
    for (const { id: host } of serverHosts) {
      for (const { id: store } of stores) {
        const code = await init(
          [
            `${host}-${store}`,
            '--yes',
            '--host',
            host,
            '--providers',
            'google,github,login-gov',
            '--store',
            store,
          ],
          {
            environment: { LATCHKEY_PACKAGE: tarball },
            usage: '',
            write: () => {},
            complain: (text) => assert.fail(text),
            folder,
            ask: null,
          },
        )
        assert.equal(code, 0)
      }
    }
    // All have the same compiler settings: one compilation is enough.
    const settings = JSON.parse(await readFile(path.join(folder, 'express-none/tsconfig.json'), 'utf8'))
    await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }')
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ ...settings, include: ['*/*.ts'] }))
    assert.equal(await runNode([path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]), 0)
  })
})
