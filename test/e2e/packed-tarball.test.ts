// What npm would publish works where it is installed: pack it, install it into an empty folder, and run the quickstart
// there on the published dist/.
import assert from 'node:assert/strict'
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
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

  test('holds the build, the sources that its maps lead to, and nothing else', async () => {
    const installed = path.join(folder, 'app/node_modules/latchkey')
    assert.ok(existsSync(path.join(installed, 'dist/index.js')))
    assert.ok(existsSync(path.join(installed, 'dist/index.d.ts')))
    for (const name of ['test', 'examples', 'bench', 'tools']) {
      assert.ok(!existsSync(path.join(installed, name)), name)
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
