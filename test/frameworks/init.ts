// What `latchkey init` makes for Next.js and SvelteKit: installed from the packed tarball, compiled, started and signed in to. Part of
// `npm run test:frameworks`; hosts that are programs on Node are in test/e2e/init.test.ts.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { init } from '../../src/cli/init.ts'
import { loadOnce } from '../../src/contracts/load-once.ts'
import { packInto } from '../../tools/pack.ts'
import { runNpm } from '../../tools/programs.ts'
import { waitForAnswer } from '../e2e/wait-for-answer.ts'
import { findFreePort } from '../support/application.ts'
import { signInFromProfile } from '../support/frameworks-guide.ts'

const chosen = process.env.LATCHKEY_FRAMEWORKS?.split(',') ?? ['sveltekit', 'next']
const running = new Set<ChildProcess>()
const folders: string[] = []
after(async () => {
  for (const child of running) stop(child)
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

function stop(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** How each is checked before it starts: SvelteKit's types are made by its build; a build of Next.js is what adapters.ts has. */
const checks = { sveltekit: 'build', next: 'check' }
const tarball = loadOnce(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-packed-'))
  folders.push(folder)
  return packInto(folder)
})

for (const [host, check] of Object.entries(checks)) {
  test(`latchkey init --host ${host} makes what compiles and signs people in`, {
    skip: !chosen.includes(host),
    timeout: 600_000,
  }, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), `latchkey-init-${host}-`))
    folders.push(folder)
    const code = await init(
      ['app', '--yes', '--host', host, '--providers', 'google,github', '--store', 'sqlite'],
      {
        environment: { LATCHKEY_PACKAGE: await tarball() },
        usage: '',
        write: () => {},
        complain: (text) => assert.fail(text),
        folder,
        ask: null,
      },
    )
    assert.equal(code, 0)
    const app = path.join(folder, 'app')
    assert.equal(
      await runNpm(['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'], app),
      0,
    )
    Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: '1' })
    assert.equal(await runNpm(['run', check], app), 0)
    const port = await findFreePort()
    const env = { PATH: process.env.PATH, HOME: folder, PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' }
    const child = spawn('npm', ['start', '--silent'], {
      cwd: app,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
      detached: true,
    })
    running.add(child)
    const origin = `http://localhost:${port}`
    const home = await (await waitForAnswer(`${origin}/`, child, 180)).text()
    assert.match(home, /\/auth\/login/)
    assert.doesNotMatch(home, /Your profile/)
    // A development server compiles each route when it is first asked for, and may take its time.
    for (const route of ['/auth/session', '/profile']) {
      await fetch(`${origin}${route}`, { redirect: 'manual', signal: AbortSignal.timeout(180_000) })
    }
    for (const provider of ['google', 'github']) {
      assert.match((await signInFromProfile(origin, provider)).html, /Your profile/)
    }
    stop(child)
  })
}
