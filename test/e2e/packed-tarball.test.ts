// The package that npm would publish works when installed: pack it, install it into an empty folder, and run the quickstart
// there on the published dist/.
import assert from 'node:assert/strict'
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { packInto } from '../../tools/pack.ts'
import { root, runNpm } from '../../tools/programs.ts'
import { findFreePort } from '../support/application.ts'
import { waitForAnswer } from './wait-for-answer.ts'

const quickstart = path.join(root, 'examples/quickstart')
const skip = existsSync(path.join(quickstart, 'server.ts')) ? false : 'examples/quickstart does not exist yet'

describe('the packed tarball', { skip, timeout: 240_000 }, () => {
  let folder = ''
  let server: ChildProcess | undefined

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'latchkey-packed-'))
    const tarball = await packInto(folder)
    await cp(quickstart, path.join(folder, 'app'), {
      recursive: true,
      filter: (source) => !/[/\\](node_modules|\.latchkey|\.env)$/.test(source),
    })
    const manifest = JSON.parse(await readFile(path.join(quickstart, 'package.json'), 'utf8'))
    manifest.dependencies = { ...manifest.dependencies, latchkey: `file:${tarball}` }
    await writeFile(path.join(folder, 'app/package.json'), JSON.stringify(manifest))
    const install = ['install', '--prefer-offline', '--omit=dev', '--no-audit', '--no-fund']
    assert.equal(await runNpm(install, path.join(folder, 'app')), 0, 'npm install failed')
  })

  after(async () => {
    server?.kill()
    await rm(folder, { recursive: true, force: true })
  })

  test('holds the build and what people read, and nothing that git does not keep', async () => {
    const installed = path.join(folder, 'app/node_modules/latchkey')
    assert.ok(existsSync(path.join(installed, 'dist/index.js')))
    assert.ok(existsSync(path.join(installed, 'dist/index.d.ts')))
    const kept = new Set(
      (
        await promisify(execFile)('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
          cwd: root,
        })
      ).stdout.split('\n'),
    )
    const files = (await readdir(installed, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(installed, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    const strange = files.filter((file) => !file.startsWith('dist/') && !kept.has(file))
    assert.deepEqual(strange, [])
    for (const name of ['test', 'bench', 'tools', 'docs/pictures']) {
      assert.ok(!existsSync(path.join(installed, name)), name)
    }
  })

  test('its documents lead to files that came with them, but for tests and measurements', async () => {
    const installed = path.join(folder, 'app/node_modules/latchkey')
    const names = await readdir(installed, { recursive: true })
    for (const name of names.filter((one) => one.endsWith('.md'))) {
      const text = await readFile(path.join(installed, name), 'utf8')
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
        const file = path.join(path.dirname(name), target).replaceAll('\\', '/')
        // Tests, benchmarks and the list of the public surface are not published.
        if (/^(test|bench)\/|^docs\/public-surface\.txt$/.test(file)) continue
        assert.ok(existsSync(path.join(installed, file)), `${name}: ${target}`)
      }
    }
  })

  test('its stores load without their drivers, and say which one is missing', async () => {
    const program = `
      for (const name of ['d1', 'libsql', 'neon', 'bun-sqlite', 'kysely', 'prisma']) await import('latchkey/stores/' + name)
      const { libsql } = await import('latchkey/stores/libsql')
      const { neon } = await import('latchkey/stores/neon')
      for (const store of [libsql('file:app.db'), neon('postgres://127.0.0.1/app')]) {
        await store.users.find('nobody').catch((error) => console.log(error.message, error.cause?.message))
      }`
    const cwd = path.join(folder, 'app')
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      cwd,
    })
    assert.match(stdout, /npm install @libsql\/client/)
    assert.match(stdout, /npm install @neondatabase\/serverless/)
    const command = path.join(cwd, 'node_modules/latchkey/dist/cli/latchkey.js')
    const printed = await promisify(execFile)(process.execPath, [command, 'schema', '--drizzle'], { cwd })
    assert.match(printed.stdout, /export const latchkeyUsers = sqliteTable\(/)
  })

  test('its commands find their own files, and a new project asks for this release', async () => {
    const command = path.join(folder, 'app/node_modules/latchkey/dist/cli/latchkey.js')
    const env = { PATH: process.env.PATH, DATABASE_URL: 'sqlite:app.db' }
    const call = (...args: string[]) =>
      promisify(execFile)(process.execPath, [command, ...args], { cwd: folder, env })
    await call('init', 'fresh', '--yes')
    const made = JSON.parse(await readFile(path.join(folder, 'fresh/package.json'), 'utf8'))
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
    assert.equal(made.dependencies.latchkey, `^${version}`)
    assert.equal((await call('--version')).stdout, `${version}\n`)
    for (const args of [
      ['schema'],
      ['migrate', '--print'],
      ['providers'],
      ['providers', 'google'],
      ['--help'],
    ]) {
      assert.ok((await call(...args)).stdout.length > 100, args.join(' '))
    }
  })

  test('its client for browsers loads without a browser, as a server that draws the first page does', async () => {
    const program = `import { createClient } from 'latchkey/client'
import { sessionStore } from 'latchkey/svelte'
const first = { user: { id: '1', name: 'Ada', email: null, emailVerified: false, picture: null }, expiresAt: '' }
sessionStore(createClient(), first).subscribe(({ user }) => console.log(user.name))`
    await writeFile(path.join(folder, 'app/draw.js'), program)
    const { stdout } = await promisify(execFile)(process.execPath, ['draw.js'], {
      cwd: path.join(folder, 'app'),
    })
    assert.equal(stdout, 'Ada\n')
    for (const [subpath, framework] of [
      ['react', 'react'],
      ['vue', 'vue'],
    ]) {
      const source = await readFile(
        path.join(folder, `app/node_modules/latchkey/dist/client/${subpath}.js`),
        'utf8',
      )
      assert.match(source, new RegExp(`from ['"]${framework}['"]`))
    }
  })

  test('runs the quickstart', async () => {
    const port = await findFreePort()
    server = spawn(process.execPath, ['server.ts'], {
      cwd: path.join(folder, 'app'),
      env: { PATH: process.env.PATH, PORT: String(port), DATABASE_URL: 'memory:' },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const answer = await waitForAnswer(`http://localhost:${port}/`, server)
    assert.equal(answer.status, 200)
    const refused = await fetch(`http://localhost:${port}/api/me`)
    assert.equal(refused.status, 401)
  })
})
