// Checks of the worker that `latchkey init` creates, besides those of every host: a restart does not end sessions, a deployment
// refuses wrong variables, and `latchkey init` also works on a worker made from Wrangler's template.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { runNpm } from '../../tools/programs.ts'
import { waitForAnswer } from '../e2e/wait-for-answer.ts'
import { findFreePort } from './application.ts'
import { Browser, type Tab } from './browser.ts'
import { addProvider, initProject, stopGroup } from './made-projects.ts'

/** Disables Wrangler's requests to the network, which the tests do not need. */
const quietWrangler = { WRANGLER_SEND_METRICS: 'false', WRANGLER_LOG: 'log' }

/** Changes the ports of a worker, which are in its files. */
export async function movePorts(app: string, port: number): Promise<void> {
  const providerPort = await findFreePort()
  await change(app, 'wrangler.jsonc', (text) => text.replace('"port": 3000', `"port": ${port}`))
  await change(app, '.dev.vars', (text) =>
    text
      .replace(/^ORIGIN=.*$/m, `ORIGIN=http://localhost:${port}`)
      .replace(/^LATCHKEY_DEV_IDP=.*$/m, `LATCHKEY_DEV_IDP=http://127.0.0.1:${providerPort}`),
  )
}

export async function assertWorkerHolds(app: string, tarball: string): Promise<void> {
  const { origin } = await readOrigin(app)
  const tab = new Browser().tab()
  await serving(app, origin, async () => {
    await signIn(tab, origin)
    assert.match((await tab.open(`${origin}/profile`)).html, /Your profile/)
  })
  await serving(app, origin, async () => {
    assert.match((await tab.open(`${origin}/profile`)).html, /Your profile/, 'the session is kept')
    await tab.open(`${origin}/`)
    await tab.submit({ action: '/auth/logout' })
    assert.equal((await tab.open(`${origin}/profile`)).url.pathname, '/auth/login')
  })
  await assertRefusesDeployment(app)
  await assertStarterGetsSignIn(app, tarball)
}

/** Starts the worker as a deployment would, without `latchkey dev`: with production variables, and with forbidden ones. */
async function assertRefusesDeployment(app: string): Promise<void> {
  const before = await readFile(path.join(app, '.dev.vars'), 'utf8')
  const [secret = ''] = /^LATCHKEY_SECRET=.*$/m.exec(before) ?? []
  const [standIn = ''] = /^LATCHKEY_DEV_IDP=.*$/m.exec(before) ?? []
  const credentials = ['GOOGLE', 'GITHUB'].flatMap((name) => [
    `${name}_CLIENT_ID=a`,
    `${name}_CLIENT_SECRET=b`,
  ])
  const production = [secret, 'ORIGIN=https://app.example']
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [production, /config_provider_credentials_missing.*GOOGLE_CLIENT_ID/],
    // Nothing says that this is production; without that, a worker must still not count as a developer's machine.
    [[secret], /config_provider_credentials_missing.*GOOGLE_CLIENT_ID/],
    [[...production, ...credentials, standIn], /config_variable_invalid.*LATCHKEY_DEV_IDP/],
    [[secret, ...credentials, standIn], /config_variable_invalid.*LATCHKEY_DEV_IDP/],
    [[...production, ...credentials], /Ready on/],
  ]
  try {
    for (const [lines, words] of cases) {
      await writeFile(path.join(app, '.dev.vars'), `${lines.join('\n')}\n`)
      await assertSays(app, words)
    }
  } finally {
    await writeFile(path.join(app, '.dev.vars'), before)
  }
}

/** Creates it below the worker, so that it finds the worker's packages. */
async function assertStarterGetsSignIn(app: string, tarball: string): Promise<void> {
  const folder = path.join(app, 'there')
  const port = await findFreePort()
  await mkdir(path.join(folder, 'src'), { recursive: true })
  const { devDependencies } = JSON.parse(await readFile(path.join(app, 'package.json'), 'utf8'))
  const scripts = { dev: 'wrangler dev', check: 'wrangler types && tsc --noEmit' }
  const files = {
    'package.json': JSON.stringify({ private: true, scripts, devDependencies }),
    'tsconfig.json': await readFile(path.join(app, 'tsconfig.json'), 'utf8'),
    'wrangler.jsonc': `{
\t"name": "there",
\t"main": "src/index.ts",
\t"compatibility_date": "2026-11-01",
\t"dev": { "port": ${port} }
}
`,
    'src/index.ts': `export default {
\tasync fetch(request, env, ctx): Promise<Response> {
\t\tconst { pathname } = new URL(request.url);
\t\tif (pathname === '/later') ctx.waitUntil(Promise.resolve());
\t\treturn new Response('Hello World!');
\t},
} satisfies ExportedHandler<Env>;
`,
  }
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text)
  await initProject(folder, tarball, ['--yes', '--providers', 'google'])
  await addProvider(folder, 'github')
  await change(folder, '.dev.vars', (text) => text.replace(/^(LATCHKEY_DEV_IDP=.*:)\d+$/m, `$1${port + 1}`))
  await change(folder, 'src/index.ts', (text) =>
    text.replace("'Hello World!'", "'Hello ' + (current.user?.name ?? 'stranger')"),
  )
  assert.equal(await runNpm(['run', 'check'], folder), 0)
  const { origin } = await readOrigin(folder)
  assert.equal(origin, `http://localhost:${port}`)
  await serving(folder, origin, async () => {
    const tab = new Browser().tab()
    assert.equal((await tab.open(`${origin}/`)).html, 'Hello stranger')
    await signIn(tab, origin, 'github')
    assert.match((await tab.open(`${origin}/`)).html, /^Hello (?!stranger)\w+/)
  })
}

async function signIn(tab: Tab, origin: string, provider = 'google'): Promise<void> {
  await tab.open(`${origin}/auth/login`)
  let page = await tab.submit({ action: `/auth/login/${provider}` })
  while (page.url.origin !== origin) page = await tab.submit()
}

async function readOrigin(app: string): Promise<{ readonly origin: string }> {
  const [, origin = ''] = /^ORIGIN=(.*)$/m.exec(await readFile(path.join(app, '.dev.vars'), 'utf8')) ?? []
  return { origin }
}

async function serving(app: string, origin: string, use: () => Promise<void>): Promise<void> {
  const { child, said } = startProgram(app, ['npm', 'run', 'dev'])
  try {
    await waitForAnswer(`${origin}/`, child, 120)
    await use()
  } catch (error) {
    console.error(said())
    throw error
  } finally {
    await end(child)
  }
}

/** Reads the output until it matches `words`. */
async function assertSays(app: string, words: RegExp): Promise<void> {
  const { child, said } = startProgram(app, ['npx', 'wrangler', 'dev'])
  try {
    const most = AbortSignal.timeout(120_000)
    while (!words.test(said()) && child.exitCode === null && !most.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    assert.match(said(), words)
  } finally {
    await end(child)
  }
}

interface Running {
  readonly child: ChildProcess
  readonly said: () => string
}

function startProgram(app: string, [program = '', ...args]: readonly string[]): Running {
  const child = spawn(program, args, {
    cwd: app,
    env: { PATH: process.env.PATH, HOME: app, npm_config_update_notifier: 'false', ...quietWrangler },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  const collect = (chunk: Buffer): void => {
    output += chunk
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  return { child, said: () => output }
}

/** Ends the program; its port is free again afterwards. */
async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve))
  stopGroup(child)
  await ended
}

async function change(app: string, file: string, edit: (text: string) => string): Promise<void> {
  const at = path.join(app, file)
  await writeFile(at, edit(await readFile(at, 'utf8')))
}
