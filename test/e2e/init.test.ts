// Projects made by `latchkey init` run: from the packed tarball, for every host that is a program on Node, started by `npm
// start` and signed in to at two providers. Every combination of host and store compiles. For each database, see
// test/services/init.ts; for frameworks with a build, Bun and Deno, see test/frameworks/init.ts.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { root, runNode, runNpm } from '../../tools/programs.ts'
import { findFreePort } from '../support/application.ts'
import {
  assertSignsInAt,
  initProject,
  installForPrograms,
  type MadeProjects,
  programsOnNode,
  quietInstall,
} from '../support/made-projects.ts'
import { waitForAnswer } from './wait-for-answer.ts'

describe('what latchkey init makes', { timeout: 400_000 }, () => {
  let projects: MadeProjects
  before(async () => {
    projects = await installForPrograms()
  })
  after(() => projects.close())

  for (const { id, tellsPeer, stores } of programsOnNode) {
    test(`signs people in on ${id}`, async () => {
      const args = ['--yes', '--host', id, '--providers', 'google,github', '--store', stores[0]?.id ?? '']
      await projects.call('latchkey', ['init', id, ...args])
      await projects.assertSignsIn(path.join(projects.base, id), { tellsPeer })
    })
  }

  test('signs people in by what is uploaded to AWS Lambda', async () => {
    const app = path.join(projects.base, 'lambda')
    assert.equal(await runNpm(['run', 'build'], app), 0)
    const port = await findFreePort()
    const player = path.join(root, 'test/support/lambda-player.ts')
    const args = ['--conditions=latchkey-source', player, path.join(app, 'dist/lambda.cjs'), String(port)]
    const child = spawn(process.execPath, args, { cwd: app, env: { HOME: app }, stdio: 'ignore' })
    try {
      const origin = `http://localhost:${port}`
      await waitForAnswer(`${origin}/`, child, 60)
      // Its events come from a remote address, and /auth/inspect opens only to the same machine.
      await assertSignsInAt(origin, { tellsPeer: false })
    } finally {
      child.kill('SIGKILL')
    }
  })

  test('is whole by itself: npm create latchkey, npm install, npm start, and a provider added', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-create-'))
    try {
      const args = ['app', '--yes', '--providers', 'google', '--store', 'none']
      const output = await projects.call('create-latchkey', args, { folder })
      assert.match(output, /npm install/)
      const app = path.join(folder, 'app')
      await projects.call('latchkey', ['add', 'github', '--yes'], { folder: app })
      assert.equal(await runNpm(['install', ...quietInstall], app), 0)
      await projects.assertSignsIn(app)
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  })

  test('compiles, on every host with every store', async () => {
    const folder = path.join(projects.base, 'combinations')
    await mkdir(folder)
    for (const host of programsOnNode) {
      for (const { id: store } of host.stores) {
        const args = ['--yes', '--host', host.id, '--providers', 'google,github,login-gov', '--store', store]
        await initProject(folder, projects.tarball, [`${host.id}-${store}`, ...args])
      }
    }
    // All projects have the same compiler settings, so one compilation is enough.
    const settings = JSON.parse(await readFile(path.join(folder, 'express-none/tsconfig.json'), 'utf8'))
    await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }')
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ ...settings, include: ['*/*.ts'] }))
    assert.equal(await runNode([path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]), 0)
  })
})
