// docs/errors.md and the table in src/errors.ts say the same, both ways: codes, statuses and both sentences.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { errorTable } from '../../src/errors.ts'
import { readSourceFiles, root } from './source-tree.ts'

interface DocumentedError {
  readonly status: number
  readonly forPerson: string
  readonly forDeveloper: string
}

function readErrorPage(): Readonly<Record<string, DocumentedError>> {
  const page = readFileSync(path.join(root, 'docs/errors.md'), 'utf8')
  const sections = page.split(/^### /m).slice(1)
  return Object.fromEntries(
    sections.map((section) => {
      const [, code] = /^`(\w+)`/.exec(section) ?? []
      const fact = (label: string) => new RegExp(`^- ${label}: (.*)$`, 'm').exec(section)?.[1] ?? ''
      assert.ok(code, `a heading of docs/errors.md names no code: ${section.slice(0, 40)}`)
      return [
        code,
        {
          status: Number(fact('Status')),
          forPerson: fact('For the person'),
          forDeveloper: fact('For the developer'),
        },
      ]
    }),
  )
}

test('docs/errors.md equals the table of codes (node tools/run.mjs write-error-docs)', () => {
  assert.deepEqual(readErrorPage(), { ...errorTable })
})

test('each code has a status and two whole sentences', () => {
  for (const [code, entry] of Object.entries(errorTable)) {
    assert.match(code, /^[a-z]+(_[a-z]+)*$/)
    assert.ok(entry.status >= 400 && entry.status <= 599, `${code}: ${entry.status} is no error status`)
    // The developer's may open with the name of a parameter, and end in the very command or value to use.
    assert.match(entry.forPerson, /^[A-Z].*\.$/, code)
    assert.match(entry.forDeveloper, /^[A-Za-z].{20,}$/, code)
  }
})

test('each code is raised somewhere', () => {
  const sources = readSourceFiles().filter((file) => file.name !== 'errors.ts')
  const unused = Object.keys(errorTable).filter(
    (code) => !sources.some((file) => file.code.includes(`'${code}'`)),
  )
  assert.deepEqual(unused, [])
})
