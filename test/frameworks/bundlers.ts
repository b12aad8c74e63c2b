// The packed package, bundled once by each bundler without the optional drivers (`pg`, `mysql2`, `redis`): the bundle must
// be built, and work.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const skip = !(process.env.LATCHKEY_FRAMEWORKS ?? '').split(',').includes('bundlers')
const folder = path.join(import.meta.dirname, 'bundlers')
const { resolve } = createRequire(path.join(folder, 'package.json'))

/** Loads a package from this folder's own installation. */
// biome-ignore lint/suspicious/noExplicitAny: three bundlers, of which this repository has no types.
const load = (name: string): Promise<any> => import(pathToFileURL(resolve(name)).href)

/** Each writes a file with the entry's name (or `application.mjs`) into `outdir`. */
const bundlers: Readonly<Record<string, (entry: string, outdir: string) => Promise<void>>> = {
  async esbuild(entry, outdir) {
    const { build } = await load('esbuild')
    const common = { entryPoints: [entry], bundle: true, splitting: true, format: 'esm', logLevel: 'silent' }
    await build({ ...common, platform: 'node', outdir })
  },
  async 'esbuild for workers'(entry, outdir) {
    const { build } = await load('esbuild')
    const common = { entryPoints: [entry], bundle: true, splitting: true, format: 'esm', logLevel: 'silent' }
    // Bundles like wrangler; any `node:` import would be an error.
    await build({ ...common, conditions: ['workerd', 'worker', 'browser'], outdir })
  },
  async webpack(entry, outdir) {
    const { default: webpack } = await load('webpack')
    const output = { path: outdir, filename: 'application.mjs', module: true, library: { type: 'module' } }
    const options = {
      mode: 'development',
      devtool: false,
      target: 'node22',
      entry,
      output,
      experiments: { outputModule: true },
    }
    const errors = await new Promise<readonly { message: string }[]>((done, fail) => {
      webpack(options, (error: unknown, stats: { toJson(): { errors: [] } }) =>
        error ? fail(error) : done(stats.toJson().errors),
      )
    })
    assert.deepEqual(
      errors.map(({ message }) => message),
      [],
    )
  },
  async vite(entry, outdir) {
    const { build } = await load('vite')
    const target = { ssr: entry, outDir: outdir, emptyOutDir: false }
    await build({
      root: path.dirname(entry),
      logLevel: 'silent',
      configFile: false,
      build: target,
      ssr: { noExternal: true },
    })
  },
  async wrangler(entry, outdir) {
    const options = [
      '--name',
      'application',
      '--compatibility-date',
      '2026-09-01',
      '--outdir',
      outdir,
      '--dry-run',
    ]
    const program = path.join(folder, 'node_modules/wrangler/bin/wrangler.js')
    const args = [program, 'deploy', entry, ...options]
    const home = path.dirname(entry)
    // wrangler keeps its settings in HOME, and with CI set it asks no questions.
    const env = { PATH: process.env.PATH, HOME: home, CI: 'true', WRANGLER_SEND_METRICS: 'false' }
    await promisify(execFile)(process.execPath, args, { cwd: home, env })
  },
}

// Outside this repository: a folder inside it would find the drivers that the repository has installed.
let home = ''
before(async () => {
  if (skip) return
  home = await mkdtemp(path.join(tmpdir(), 'latchkey-bundlers-'))
  for (const name of ['application.js', 'german.js']) await cp(path.join(folder, name), path.join(home, name))
  await writeFile(path.join(home, 'package.json'), '{"type":"module"}')
  const installed = path.join(folder, 'node_modules')
  const { dependencies } = JSON.parse(await readFile(path.join(installed, 'latchkey/package.json'), 'utf8'))
  for (const name of ['latchkey', ...Object.keys(dependencies)]) {
    await cp(path.join(installed, name), path.join(home, 'node_modules', name), { recursive: true })
  }
})
after(async () => {
  if (home) await rm(home, { recursive: true })
})

const environment = {
  ORIGIN: 'http://localhost:3000',
  LATCHKEY_SECRET: 's'.repeat(40),
  DATABASE_URL: 'memory:',
  GOOGLE_CLIENT_ID: 'client',
  GOOGLE_CLIENT_SECRET: 'secret',
}

for (const [name, bundle] of Object.entries(bundlers)) {
  test(`NP4 NS14 ${name} bundles an application of the environment without any driver`, {
    skip,
  }, async () => {
    const outdir = path.join(home, 'built', name.replaceAll(' ', '-'))
    await bundle(path.join(home, 'application.js'), outdir)
    const file = ['application.mjs', 'application.js'].map((each) => path.join(outdir, each)).find(existsSync)
    assert.ok(file)
    const { startPage } = await import(pathToFileURL(file).href)
    assert.equal(await startPage(environment), 200)
  })
}

for (const name of ['esbuild for workers', 'wrangler']) {
  const bundle = bundlers[name] as (typeof bundlers)[string]

  test(`a bundle for workers speaks English alone: ${name}`, { skip }, async () => {
    const outdir = path.join(home, 'English', name.replaceAll(' ', '-'))
    await bundle(path.join(home, 'application.js'), outdir)
    assert.deepEqual(await languagesIn(outdir), ['en'])
  })

  test(`a bundle for workers has the languages that were handed in: ${name}`, { skip }, async () => {
    const outdir = path.join(home, 'German', name.replaceAll(' ', '-'))
    await bundle(path.join(home, 'german.js'), outdir)
    assert.deepEqual(await languagesIn(outdir), ['de', 'en'])
    const { signInPage } = await import(pathToFileURL(path.join(outdir, 'german.js')).href)
    assert.match(await signInPage(environment, 'de'), /<html lang="de"[\s\S]*Weiter mit/)
    assert.match(await signInPage(environment, 'fr'), /<html lang="en"[\s\S]*Continue with/)
  })
}

test('a bundle for a server has every language', { skip }, async () => {
  const outdir = path.join(home, 'every-language')
  await bundlers.esbuild?.(path.join(home, 'application.js'), outdir)
  const files = await readdir(languages)
  const every = files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -'.ts'.length))
  assert.ok(every.length >= 30)
  assert.deepEqual(await languagesIn(outdir), every.sort())
})

const languages = path.join(import.meta.dirname, '../../src/languages')

/** Returns the languages with a sentence in a file of this folder. */
async function languagesIn(outdir: string): Promise<readonly string[]> {
  const entries = await readdir(outdir, { recursive: true, withFileTypes: true })
  const scripts = entries.filter(({ name }) => /\.m?js$/.test(name))
  const texts = await Promise.all(
    scripts.map(({ name, parentPath }) => readFile(path.join(parentPath, name), 'utf8')),
  )
  // esbuild escapes characters that are not ASCII.
  const code = texts
    .join('')
    .replaceAll(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/gi, (_, four, two) =>
      String.fromCharCode(Number.parseInt(four ?? two, 16)),
    )
  const found: string[] = []
  for (const file of (await readdir(languages)).sort()) {
    if (!file.endsWith('.ts')) continue
    const { messages } = await import(pathToFileURL(path.join(languages, file)).href)
    if (code.includes(messages.signInLead)) found.push(file.slice(0, -'.ts'.length))
  }
  return found
}
