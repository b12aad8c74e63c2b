// docs/frameworks.md: its programs for hosts that are installed here compile, start and sign a person in; its two tables
// are correct. `npm run test:frameworks` runs the programs for other hosts.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { adapterCases } from '../../src/testing/contract/adapter/adapter-cases.ts'
import { root, runTool } from '../../tools/programs.ts'
import { everyHost } from '../contract/adapter-hosts/every-host.ts'
import { findFreePort } from '../support/application.ts'
import {
  countLines,
  signInFromProfile,
  smallestApplication,
  writeApplication,
} from '../support/frameworks-guide.ts'
import { waitForAnswer } from './wait-for-answer.ts'

const guide = readFileSync(path.join(root, 'docs/frameworks.md'), 'utf8')

for (const heading of ['node:http', 'Express', 'Fastify', 'Koa', 'h3', 'Hono', 'Elysia', 'AWS Lambda']) {
  describe(`docs/frameworks.md: ${heading}`, { timeout: 120_000 }, () => {
    let folder = ''
    let port = 0
    let server: ChildProcess | undefined

    before(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'latchkey-guide-'))
      port = await findFreePort()
      await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
      await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }')
      await writeApplication(folder, smallestApplication(heading), port)
    })
    after(async () => {
      server?.kill()
      await rm(folder, { recursive: true, force: true })
    })

    test('compiles under strict', async () => {
      // An application emits no declarations.
      const compilerOptions = { isolatedDeclarations: false, declaration: false }
      const configuration = {
        extends: path.join(root, 'tsconfig.json'),
        compilerOptions,
        include: ['app.ts'],
      }
      await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(configuration))
      assert.equal(await runTool('typescript', 'tsc', ['-p', folder]), 0)
    })

    test('signs somebody in with no credentials', async () => {
      // A server plays the part of Lambda.
      const player = path.join(root, 'test/support/lambda-player.ts')
      const program =
        heading === 'AWS Lambda' ? [player, path.join(folder, 'app.ts'), String(port)] : ['app.ts']
      server = spawn(process.execPath, ['--conditions=latchkey-source', ...program], {
        cwd: folder,
        env: { PATH: process.env.PATH },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      await waitForAnswer(`http://localhost:${port}/`, server)
      const { html } = await signInFromProfile(`http://localhost:${port}`)
      assert.match(JSON.parse(html).email, /@/)
    })
  })
}

test('docs/frameworks.md counts lines and files as they are', () => {
  const rows = [...guide.matchAll(/^\| \[(.+)\]\(#.+\) \| (\d+) \| (\d+) \|$/gm)]
  assert.equal(rows.length, 18)
  for (const [, heading = '', lines, files] of rows) {
    const application = smallestApplication(heading)
    assert.deepEqual([Number(lines), Number(files)], [countLines(application), application.length], heading)
    // A long line would make the count too low.
    const long = application.flatMap(({ code }) => code.split('\n')).filter((line) => line.length > 110)
    assert.deepEqual(long, [], heading)
  }
  assert.ok(countLines(smallestApplication('Express')) <= 10)
})

test('docs/frameworks.md shows the adapter suite as it is', () => {
  const head = ['case', ...everyHost.map(({ name }) => name)]
  const rows = adapterCases.map(({ id, title, appliesTo }) => [
    title,
    ...everyHost.map((host) => host.differs?.[id] ?? (appliesTo?.(host) === false ? '–' : '✓')),
  ])
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
  const [, shown = ''] = /<!-- adapter cases -->\n([\s\S]*)\n<!-- \/adapter cases -->/.exec(guide) ?? []
  assert.equal(shown, table, `the table should be:\n${table}\n`)
})
