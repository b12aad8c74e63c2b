// The Express app in the README: at most ten lines, compiled and run exactly as printed, except for its port.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { root, runTool } from '../../tools/programs.ts'
import { findFreePort } from '../support/application.ts'
import { waitForAnswer } from './wait-for-answer.ts'

const skip = existsSync(path.join(root, 'src/adapters/express.ts'))
  ? false
  : 'the Express adapter does not exist yet'

async function readmeApp(): Promise<string> {
  const readme = await readFile(path.join(root, 'README.md'), 'utf8')
  const app = /^```ts\n(import express [\s\S]*?)^```$/m.exec(readme)?.[1]
  assert.ok(app, 'README.md shows no Express app')
  return app
}

test('the Express app of the README has at most 10 lines of code', async () => {
  const lines = (await readmeApp()).split('\n').filter((line) => line.trim() !== '' && !/^\s*\/\//.test(line))
  assert.ok(lines.length <= 10, `${lines.length} lines`)
  assert.ok(
    lines.every((line) => line.length <= 110),
    'a line is too long to count as one',
  )
})

describe('the Express app of the README', { skip, timeout: 120_000 }, () => {
  let folder = ''
  let port = 0
  let server: ChildProcess | undefined

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'latchkey-readme-'))
    port = await findFreePort()
    // As after `npm install latchkey express`, without the network.
    await mkdir(path.join(folder, 'node_modules'))
    await symlink(root, path.join(folder, 'node_modules/latchkey'))
    for (const name of ['express', '@types']) {
      await symlink(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name))
    }
    // As `npm init -y` writes it.
    await writeFile(path.join(folder, 'package.json'), '{ "type": "commonjs" }')
    const app = await readmeApp()
    assert.match(app, /listen\(3000\)/)
    await writeFile(path.join(folder, 'app.mts'), app.replace('listen(3000)', `listen(${port})`))
  })

  after(async () => {
    server?.kill()
    await rm(folder, { recursive: true, force: true })
  })

  test('compiles under strict', async () => {
    const configuration = { extends: path.join(root, 'tsconfig.json'), include: ['app.mts'] }
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(configuration))
    assert.equal(await runTool('typescript', 'tsc', ['-p', folder]), 0)
  })

  test('runs with no credentials: /profile sends a signed-out person to the sign-in page', async () => {
    server = spawn(process.execPath, ['--conditions=latchkey-source', 'app.mts'], {
      cwd: folder,
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const page = { headers: { accept: 'text/html' }, redirect: 'manual' } as const
    await waitForAnswer(`http://localhost:${port}/profile`, server)
    const profile = await fetch(`http://localhost:${port}/profile`, page)
    assert.equal(profile.status, 303)
    assert.equal(profile.headers.get('location'), '/auth/login?returnTo=%2Fprofile')

    const signIn = await fetch(`http://localhost:${port}/auth/login?returnTo=%2Fprofile`, page)
    assert.equal(signIn.status, 200)
    const html = await signIn.text()
    for (const provider of ['google', 'github']) {
      assert.ok(html.includes(`action="/auth/login/${provider}?returnTo=%2Fprofile"`), provider)
    }
  })
})
