// Projects that `latchkey init` creates from the packed tarball. One installation serves all of them; each is started with its own
// commands and signed in to.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { add } from '../../src/cli/add.ts'
import { type Host, npm } from '../../src/cli/init/host.ts'
import { hosts } from '../../src/cli/init/hosts/index.ts'
import { versionsOf } from '../../src/cli/init/package-versions.ts'
import { init } from '../../src/cli/init.ts'
import { packInto } from '../../tools/pack.ts'
import { root, runNpm } from '../../tools/programs.ts'
import { waitForAnswer } from '../e2e/wait-for-answer.ts'
import { findFreePort } from './application.ts'
import { signInFromProfile } from './frameworks-guide.ts'

/** The hosts whose projects run on `node` without a build. */
export const programsOnNode: readonly Host[] = hosts.filter(
  ({ runs, commands }) => runs === 'sources' && commands === npm,
)

/** Prefers npm's cache to the network, and runs no install scripts. */
export const quietInstall: readonly string[] = [
  ...['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'],
]

export interface MadeProjects {
  /** The folder of the installation. Node searches parent folders for packages, so projects below it need no installation. */
  readonly base: string
  readonly tarball: string
  /** Runs a command of the installed package, like `npx`. Returns its output. */
  call(
    command: 'latchkey' | 'create-latchkey',
    args: readonly string[],
    options?: { readonly folder?: string },
  ): Promise<string>
  /** Checks the home page, the sign-in and the protected page, with the first and with an added provider. */
  assertSignsIn(
    folder: string,
    options?: { readonly tellsPeer?: boolean; readonly environment?: Readonly<Record<string, string>> },
  ): Promise<void>
  close(): Promise<void>
}

/** Packs and installs the package, its creator, and the dependencies of projects on Node and of the stores. */
export async function installForPrograms(): Promise<MadeProjects> {
  const base = await mkdtemp(path.join(tmpdir(), 'latchkey-init-'))
  const running = new Set<ChildProcess>()
  const tarball = await packInto(base)
  const dependencies = Object.assign(
    { latchkey: `file:${tarball}`, 'create-latchkey': `file:${await packCreator(base)}` },
    versionsOf('@types/node', 'pg', 'mysql2'),
    ...programsOnNode.flatMap((host) => [host.dependencies, host.devDependencies]),
  )
  await writeFile(path.join(base, 'package.json'), JSON.stringify({ private: true, dependencies }))
  assert.equal(await runNpm(['install', ...quietInstall], base), 0, 'npm install failed')

  async function start(folder: string, environment: Readonly<Record<string, string>>): Promise<Started> {
    const port = await findFreePort()
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      PORT: String(port),
      npm_config_update_notifier: 'false',
      ...environment,
    }
    const { child, output } = startProject(folder, npm.start, env)
    running.add(child)
    const origin = `http://localhost:${port}`
    assert.equal((await waitForAnswer(`${origin}/`, child, 60)).status, 200)
    return { origin, child, output }
  }

  function stop(child: ChildProcess): void {
    running.delete(child)
    stopGroup(child)
  }

  return {
    base,
    tarball,
    async call(command, args, { folder = base } = {}) {
      const child = spawn(path.join(base, 'node_modules/.bin', command), args, {
        cwd: folder,
        env: { PATH: process.env.PATH, LATCHKEY_PACKAGE: tarball },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let output = ''
      const collect = (chunk: Buffer) => {
        output += chunk
      }
      child.stdout.on('data', collect)
      child.stderr.on('data', collect)
      const code = await new Promise((resolve) => child.once('close', resolve))
      assert.equal(code, 0, output)
      return output
    },
    async assertSignsIn(folder, { tellsPeer = true, environment = {} } = {}) {
      const { origin, child, output } = await start(folder, environment)
      try {
        await assertSignsInAt(origin, { tellsPeer, output })
      } finally {
        stop(child)
      }
    },
    async close() {
      for (const child of running) stop(child)
      await rm(base, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

interface Started extends StartedProject {
  readonly origin: string
}

/** Starts a project with its start command, as the leader of a process group. Shows its errors. */
export function startProject(
  folder: string,
  start: string,
  environment: Readonly<Record<string, string | undefined>>,
): StartedProject {
  const [command = '', ...args] = start.split(' ')
  const child = spawn(command, args, {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk
  })
  return { child, output: () => output }
}

export interface StartedProject {
  readonly child: ChildProcess
  /** Its standard output so far. */
  readonly output: () => string
}

/** Runs `latchkey init` in this process, with this package. A refusal fails the test. */
export async function initProject(folder: string, tarball: string, args: readonly string[]): Promise<void> {
  const code = await init(args, {
    environment: { LATCHKEY_PACKAGE: tarball },
    write: () => {},
    complain: (text) => assert.fail(text),
    folder,
    ask: null,
  })
  assert.equal(code, 0)
}

/** Runs `latchkey add` in this process. */
export async function addProvider(folder: string, provider: string): Promise<void> {
  const complain = (text: string): void => assert.fail(text)
  const surroundings = { write: () => {}, complain, folder, origin: null, ask: null }
  assert.equal(await add([provider, '--yes'], surroundings), 0)
}

/** Ends a program that leads a process group, with all processes that it started. */
export function stopGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // The program has already ended.
  }
}

/** Checks the pages of a project whose server answers at this origin. */
export async function assertSignsInAt(
  origin: string,
  { tellsPeer, output }: { readonly tellsPeer: boolean; readonly output?: () => string },
): Promise<void> {
  const home = await (await fetch(`${origin}/`)).text()
  assert.match(home, /href="\/auth\/login"/)
  assert.doesNotMatch(home, /Your profile/)
  const refused = await fetch(`${origin}/profile`, { redirect: 'manual', headers: { accept: 'text/html' } })
  const target = new URL(refused.headers.get('location') ?? '', origin)
  assert.deepEqual(
    [refused.status, target.pathname, target.searchParams.get('returnTo')],
    [303, '/auth/login', '/profile'],
  )
  assert.doesNotMatch(await refused.text(), /Your profile/)
  for (const provider of ['google', 'github']) {
    const page = await signInFromProfile(origin, provider)
    assert.match(page.html, /Your profile/)
  }
  // Only if the host reveals that the browser is on this machine; the notice must say the same.
  assert.equal((await fetch(`${origin}/auth/inspect`)).status, tellsPeer ? 200 : 403)
  const forged = { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', forwarded: 'for=127.0.0.1' }
  assert.equal((await fetch(`${origin}/auth/inspect`, { headers: forged })).status, tellsPeer ? 200 : 403)
  if (!output) return
  const notices = output().match(/step by step at [^ ,"]+|No inspector: /g)
  assert.deepEqual(notices, [tellsPeer ? `step by step at ${origin}/auth/inspect` : 'No inspector: '])
}

async function packCreator(base: string): Promise<string> {
  const folder = path.join(root, 'packages/create-latchkey')
  assert.equal(await runNpm(['pack', '--silent', '--pack-destination', base], folder), 0)
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
  return path.join(base, `create-latchkey-${version}.tgz`)
}
