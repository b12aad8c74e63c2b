// The packed package, bundled once by each bundler where none of the optional drivers (`pg`, `mysql2`, `redis`) is installed:
// the bundle must come into being, and work.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const skip = !(process.env.LATCHKEY_FRAMEWORKS ?? '').split(',').includes('bundlers')
const folder = path.join(import.meta.dirname, 'bundlers')
const { resolve } = createRequire(path.join(folder, 'package.json'))

/** A package of the folder, which has its own installation. */
// biome-ignore lint/suspicious/noExplicitAny: three bundlers, of which this repository has no types.
const load = (name: string): Promise<any> => import(pathToFileURL(resolve(name)).href)

/** Each writes `application.js` (or `.mjs`) into `outdir`. */
const bundlers: Readonly<Record<string, (entry: string, outdir: string) => Promise<void>>> = {
  async esbuild(entry, outdir) {
    const { build } = await load('esbuild')
    const common = { entryPoints: [entry], bundle: true, splitting: true, format: 'esm', logLevel: 'silent' }
    await build({ ...common, platform: 'node', outdir })
  },
  async 'esbuild for workers'(entry, outdir) {
    const { build } = await load('esbuild')
    const common = { entryPoints: [entry], bundle: true, splitting: true, format: 'esm', logLevel: 'silent' }
    // As wrangler does; a `node:` import anywhere below would be an error.
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
    // It keeps its settings there, and asks nothing and no network.
    const env = { PATH: process.env.PATH, HOME: home, CI: 'true', WRANGLER_SEND_METRICS: 'false' }
    await promisify(execFile)(process.execPath, args, { cwd: home, env })
  },
}

// Outside of this repository, whose own installation has the drivers, and would be found from below it.
let home = ''
before(async () => {
  if (skip) return
  home = await mkdtemp(path.join(tmpdir(), 'latchkey-bundlers-'))
  await cp(path.join(folder, 'application.js'), path.join(home, 'application.js'))
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

for (const [name, bundle] of Object.entries(bundlers)) {
  test(`NP4 NS14 ${name} bundles an application of the environment without any driver`, {
    skip,
  }, async () => {
    const outdir = path.join(home, 'built', name.replaceAll(' ', '-'))
    await bundle(path.join(home, 'application.js'), outdir)
    const file = ['application.mjs', 'application.js'].map((each) => path.join(outdir, each)).find(existsSync)
    assert.ok(file)
    const { startPage } = await import(pathToFileURL(file).href)
    const environment = {
      ORIGIN: 'http://localhost:3000',
      LATCHKEY_SECRET: 's'.repeat(40),
      DATABASE_URL: 'memory:',
      GOOGLE_CLIENT_ID: 'client',
      GOOGLE_CLIENT_SECRET: 'secret',
    }
    assert.equal(await startPage(environment), 200)
  })
}
