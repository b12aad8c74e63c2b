// Every code block in the documents compiles under `strict`; blocks that are whole programs also run.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { root } from '../../tools/programs.ts'
import { waitForAnswer } from '../e2e/wait-for-answer.ts'
import { findFreePort } from '../support/application.ts'
import {
  type CodeBlock,
  listDocuments,
  ProgramFolder,
  readCodeBlocks,
  readExamples,
} from '../support/code-blocks.ts'

/** Hosts that are too large to be installed here: `npm run test:frameworks` compiles the blocks that use them. */
const elsewhere = /from '(?:next|@sveltejs|@nestjs|vitest|@playwright|vue|cloudflare:workers|drizzle-orm)\b/

/**
 * docs/frameworks.md has parts of programs in several files, for hosts that are not installed; test/frameworks/guide.ts
 * runs them.
 */
const isOfGuide = ({ place, code }: CodeBlock): boolean =>
  place.startsWith('docs/frameworks.md:') && !code.includes('.listen(3000)')

const blocks = [...listDocuments().flatMap(readCodeBlocks), ...readExamples()]
  .filter(({ language, code }) => language === 'ts' && !elsewhere.test(code))
  .filter((block) => !isOfGuide(block))

const prelude = readFileSync(path.join(root, 'test/types/docs-prelude.ts'), 'utf8')
const preludeNames = [
  ...[...prelude.matchAll(/^export (?:declare )?(?:const|function|interface|\* as) (\w+)/gm)].map(
    ([, name]) => name,
  ),
  ...[...prelude.matchAll(/^export \{ (.+?) \} from/gm)].flatMap(([, names = '']) =>
    names.split(', ').map((name) => name.replace(/^default as /, '')),
  ),
].filter((name) => name !== undefined)

/** Turns a block into a module: each `…` is filled in or removed, and the names that the block assumes are imported. */
function moduleOf({ code }: CodeBlock): string {
  const complete = code.replaceAll(/,(\s*)…/g, ',$1...elided').replaceAll('…', '')
  const granted = preludeNames
    .filter((name) => uses(complete, name) && !declares(complete, name))
    .map((name) => (prelude.includes(`export interface ${name} `) ? `type ${name}` : name))
  const imports = granted.length > 0 ? `import { ${granted.join(', ')} } from './docs-prelude.ts'` : ''
  // On the block's first line, so that the compiler's line numbers stay correct.
  return `${imports}; export {}; ${complete}`
}

function uses(code: string, name: string): boolean {
  return new RegExp(`(?<![\\w.'/-]|\\bconst )${name}\\b(?!:)|\\.\\.\\.${name}\\b`).test(code)
}

function declares(code: string, name: string): boolean {
  const word = `\\b${name}\\b`
  const patterns = [
    `^(?:export )?(?:async )?(?:const|let|function|class|interface|type) ${name}\\b`,
    `^(?:export )?const \\{[^=]*${word}[^=]*\\} =`,
    `^import [^\\n]*${word}[^\\n]* from`,
  ]
  return new RegExp(patterns.join('|'), 'm').test(code)
}

const isProgram = ({ code }: CodeBlock): boolean => /^import /m.test(code) && code.includes('.listen(3000)')

describe('the code of the documents', { timeout: 120_000 }, () => {
  let folder: ProgramFolder
  before(() => {
    folder = new ProgramFolder()
  })
  after(() => folder?.remove())

  test('there is some', () => {
    assert.ok(blocks.length > 10, `${blocks.length} blocks`)
    assert.ok(blocks.some(isProgram))
  })

  test('every block compiles', async () => {
    folder.write('docs-prelude.ts', prelude)
    const places = new Map(
      blocks.map((block) => [`${block.place.replaceAll(/[/:]/g, '-').replace(/\.(?:md|ts)/, '')}.ts`, block]),
    )
    for (const [name, block] of places) folder.write(name, moduleOf(block))
    const errors = (await folder.compile())
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.replace(/^([\w.-]+\.ts)/, (name) => places.get(name)?.place ?? name))
    assert.deepEqual(errors, [])
  })

  for (const program of blocks.filter(isProgram)) {
    test(`${program.place} is a program that runs`, async () => {
      const port = await findFreePort()
      const name = `program-${port}.ts`
      folder.write(name, program.code.replace('.listen(3000)', `.listen(${port})`))
      const server = spawn(process.execPath, ['--conditions=latchkey-source', name], {
        cwd: folder.path,
        env: { PATH: process.env.PATH, LATCHKEY_DEV_PORT: String(await findFreePort()) },
        stdio: 'inherit',
      })
      try {
        await waitForAnswer(`http://localhost:${port}/`, server)
        const signIn = await fetch(`http://localhost:${port}/auth/login`, {
          headers: { accept: 'text/html' },
        })
        assert.equal(signIn.status, 200)
        assert.match(await signIn.text(), /action="\/auth\/login\/google/)
      } finally {
        server.kill()
      }
    })
  }
})

test('each page of a provider says which redirect URI to register, and when it was verified', () => {
  const pages = listDocuments().filter((name) => /^docs\/providers\/[a-z]/.test(name))
  assert.ok(pages.length >= 5)
  for (const page of pages) {
    const text = readFileSync(path.join(root, page), 'utf8')
    const isGeneric = /\/(?:oidc|oauth2)\.md$/.test(page)
    const id = isGeneric ? 'ID' : path.basename(page, '.md')
    assert.ok(text.includes(`| redirect URI | \`ORIGIN/auth/callback/${id}\``), page)
    assert.match(text, /\d{4}-\d{2}-\d{2}\.|Unverified: /, page)
    assert.match(text, /## (?:Where to create the credentials|Register and configure)/, page)
  }
})
