// docs/frameworks.md: its programs for hosts that are not installed with this repository start and, if the local identity
// provider can be used, sign a person in. Part of `npm run test:frameworks`.
import assert from 'node:assert/strict'
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { bunBinary } from '../contract/adapter-hosts/bun.ts'
import { denoArguments, denoBinary } from '../contract/adapter-hosts/deno.ts'
import { startWorker } from '../contract/adapter-hosts/workerd.ts'
import { waitForAnswer } from '../e2e/wait-for-answer.ts'
import { findFreePort } from '../support/application.ts'
import { signInFromProfile, smallestApplication, writeApplication } from '../support/frameworks-guide.ts'

const chosen = process.env.LATCHKEY_FRAMEWORKS?.split(',') ?? ['fetch', 'sveltekit', 'next']
const installed = (host: string) => ({ skip: !chosen.includes(host), timeout: 180_000 })
/** These variables turn off telemetry. */
const quietHosts = {
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
}
const running: ChildProcess[] = []
const written: string[] = []
after(async () => {
  for (const child of running) {
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), 5000)
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    clearTimeout(force)
  }
  for (const folder of written) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('docs/frameworks.md: Bun signs somebody in with no credentials', installed('fetch'), async () => {
  const { folder, port } = await prepare('fetch', 'Bun')
  const origin = await start(bunBinary, ['--conditions=latchkey-source', 'app.ts'], { folder, port })
  assert.match((await signInFromProfile(origin)).html, /@/)
})

test('docs/frameworks.md: Deno signs somebody in with no credentials', installed('fetch'), async () => {
  const { folder, port } = await prepare('fetch', 'Deno')
  const origin = await start(denoBinary, [...denoArguments, '--allow-write', 'app.ts'], { folder, port })
  assert.match((await signInFromProfile(origin)).html, /@/)
})

test('docs/frameworks.md: a worker guards its page and offers to sign in', installed('fetch'), async () => {
  const { folder, port } = await prepare('fetch', 'Cloudflare Workers')
  const origin = `http://localhost:${port}`
  const stop = await startWorker(path.join(folder, 'app.ts'), {
    PORT: String(port),
    ORIGIN: origin,
    PREFIX: '',
    STORE: '',
    IDP: '',
    API_ISSUER: '',
    LATCHKEY_SECRET: 'for this test only: 32 bytes or more',
    GOOGLE_CLIENT_ID: 'client',
    GOOGLE_CLIENT_SECRET: 'secret',
  })
  try {
    const page = await fetch(`${origin}/profile`, { headers: { accept: 'text/html' } })
    assert.deepEqual([page.status, new URL(page.url).pathname], [200, '/auth/login'])
    assert.match(await page.text(), /action="\/auth\/login\/google/)
  } finally {
    await stop()
  }
})

test(
  'docs/frameworks.md: SvelteKit signs somebody in with no credentials',
  installed('sveltekit'),
  async () => {
    const { host, folder, port } = await prepare('sveltekit', 'SvelteKit')
    for (const file of ['package.json', 'tsconfig.json', 'vite.config.js', 'src/app.html']) {
      await cp(path.join(host, file), path.join(folder, file))
    }
    const vite = path.join(host, 'node_modules/vite/bin/vite.js')
    // NS7: variables from a file, as the guide says.
    const providerPort = await findFreePort()
    await writeFile(path.join(folder, '.env'), `LATCHKEY_DEV_PORT=${providerPort}\n`)
    const args = ['--env-file-if-exists=.env', vite, 'dev', '--host', '127.0.0.1', '--port', String(port)]
    const origin = await start(process.execPath, args, { folder, port })
    const page = await signInFromProfile(origin)
    assert.match(page.html, /<h1>[^<]+<\/h1>/)
    const signIn = await fetch(`${origin}/auth/login/google`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin, 'sec-fetch-site': 'same-origin' },
    })
    assert.equal(new URL(String(signIn.headers.get('location'))).port, String(providerPort))
  },
)

for (const host of ['sveltekit2', 'sveltekit']) {
  test(`NS7 ${host}: a page was made in advance, without any variable`, installed(host), async () => {
    const page = path.join(import.meta.dirname, host, 'build/prerendered/about.html')
    assert.match(await readFile(page, 'utf8'), /About us/)
  })
}

test('docs/frameworks.md: Next.js signs somebody in with no credentials', installed('next'), async () => {
  const { host, folder, port } = await prepare('next', 'Next.js')
  for (const file of ['package.json', 'tsconfig.json', 'app/layout.tsx']) {
    await cp(path.join(host, file), path.join(folder, file))
  }
  // The packages are installed in the parent folder.
  await writeFile(path.join(folder, 'next.config.mjs'), `export default { turbopack: { root: '${host}' } }`)
  const next = path.join(host, 'node_modules/next/dist/bin/next')
  const args = [next, 'dev', '--hostname', '127.0.0.1', '--port', String(port)]
  const origin = await start(process.execPath, args, { folder, port })
  assert.match((await signInFromProfile(origin)).html, /<h1>[^<]+<\/h1>/)
})

test('docs/frameworks.md: Astro signs somebody in with no credentials', installed('astro'), async () => {
  const { host, folder, port } = await prepare('astro', 'Astro')
  await copyInto(folder, host, ['package.json', 'tsconfig.json'])
  const astro = path.join(host, 'node_modules/astro/bin/astro.mjs')
  const args = [astro, 'dev', '--host', '127.0.0.1', '--port', String(port)]
  const origin = await start(process.execPath, args, { folder, port })
  assert.match((await signInFromProfile(origin)).html, /<h1[^>]*>[^<]+<\/h1>/)
})

test('NS7 Astro: a page was made in advance, without any variable', installed('astro'), async () => {
  const page = path.join(import.meta.dirname, 'astro/build/client/about/index.html')
  assert.match(await readFile(page, 'utf8'), /About us: nobody/)
})

for (const host of ['react-router', 'react-router7', 'tanstack-start']) {
  test(`NS7 ${host}: a page was made in advance, without any variable`, installed(host), async () => {
    const page = path.join(import.meta.dirname, host, 'build/client/about/index.html')
    assert.match(await readFile(page, 'utf8'), /About us: nobody/)
  })
}

test('docs/frameworks.md: Nuxt signs somebody in with no credentials', installed('nuxt'), async () => {
  const { host, folder, port } = await prepare('nuxt', 'Nuxt')
  await copyInto(folder, host, ['package.json'])
  const nuxt = path.join(host, 'node_modules/nuxt/bin/nuxt.mjs')
  const args = [nuxt, 'dev', '--no-fork', '--host', '127.0.0.1', '--port', String(port)]
  const origin = await start(process.execPath, args, { folder, port })
  assert.match((await signInFromProfile(origin)).html, /<h1>[^<]+<\/h1>/)
})

test('NS7 Nuxt: a page was made in advance, without any variable', installed('nuxt'), async () => {
  const page = path.join(import.meta.dirname, 'nuxt/.output/public/about/index.html')
  assert.match(await readFile(page, 'utf8'), /About us/)
})

test(
  'docs/frameworks.md: React Router signs somebody in with no credentials',
  installed('react-router'),
  async () => {
    const { host, folder, port } = await prepare('react-router', 'React Router')
    await copyInto(folder, host, ['package.json', 'tsconfig.json'])
    const program = path.join(host, 'node_modules/@react-router/dev/bin.cjs')
    const args = [program, 'dev', '--host', '127.0.0.1', '--port', String(port)]
    const origin = await start(process.execPath, args, { folder, port })
    assert.match((await signInFromProfile(origin)).html, /<h1>[^<]+<\/h1>/)
  },
)

test(
  'docs/frameworks.md: TanStack Start signs somebody in with no credentials',
  installed('tanstack-start'),
  async () => {
    const { host, folder, port } = await prepare('tanstack-start', 'TanStack Start')
    await copyInto(folder, host, ['package.json', 'tsconfig.json'])
    const vite = path.join(host, 'node_modules/vite/bin/vite.js')
    const args = [vite, 'dev', '--host', '127.0.0.1', '--port', String(port)]
    const origin = await start(process.execPath, args, { folder, port })
    assert.match((await signInFromProfile(origin)).html, /<h1>[^<]+<\/h1>/)
  },
)

test('docs/frameworks.md: NestJS signs somebody in with no credentials', installed('nestjs'), async () => {
  const { host, folder, port } = await prepare('nestjs', 'NestJS')
  await copyInto(folder, host, ['package.json', 'tsconfig.json'])
  const compiler = path.join(host, 'node_modules/typescript/bin/tsc')
  await promisify(execFile)(process.execPath, [compiler, '-p', folder])
  const origin = await start(process.execPath, ['build/main.js'], { folder, port })
  assert.match(JSON.parse((await signInFromProfile(origin)).html).email, /@/)
})

/** Copies files from the suite's application that the guide assumes to exist. */
async function copyInto(folder: string, host: string, files: readonly string[]): Promise<void> {
  for (const file of files) await cp(path.join(host, file), path.join(folder, file))
}

/** Creates an empty folder with the program under this heading, in which the host's packages are found. */
async function prepare(hostFolder: string, heading: string) {
  const host = path.join(import.meta.dirname, hostFolder)
  const folder = path.join(host, '.smallest')
  const port = await findFreePort()
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  written.push(folder)
  await writeApplication(folder, smallestApplication(heading), port)
  return { host, folder, port }
}

async function start(
  command: string,
  args: readonly string[],
  { folder, port }: { readonly folder: string; readonly port: number },
): Promise<string> {
  const child = spawn(command, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, ...quietHosts },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  running.push(child)
  const origin = `http://localhost:${port}`
  // A development server compiles before it responds.
  await waitForAnswer(`${origin}/auth/login`, child, 90)
  return origin
}
