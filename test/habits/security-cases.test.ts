// The table of security cases, the tests and the page about them match, and each rule that the mutation check removes is
// still where its list says.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { mutants } from '../../tools/mutant-list.ts'
import { caseSections } from '../conformance/cases.ts'
import { secondReadingCases } from '../conformance/second-reading-cases.ts'
import { listFiles, root } from './source-tree.ts'

const read = (name: string): string => readFileSync(path.join(root, name), 'utf8')
const ids = caseSections.flatMap(({ cases }) => cases.map(({ id }) => id))
const mutantIds: readonly string[] = [...ids, ...secondReadingCases.map(({ id }) => id)]
const testFiles = listFiles('test/conformance').filter((name) => name.endsWith('.test.ts'))
const sources = testFiles.map((name) => read(`test/conformance/${name}`)).join('\n')

test('each case has a test that is named after it', () => {
  const missing = ids.filter((id) => !new RegExp(`['"\`{ ,]${id}[ ,$]`).test(sources))
  assert.deepEqual(missing, [])
})

test('each case of the second reading has a test of its name in the file that it names', () => {
  const wrong = secondReadingCases.filter(
    ({ id, heldBy }) => !new RegExp(`['"\`{ ,]${id}[ ,$]`).test(read(`test/${heldBy}`)),
  )
  assert.deepEqual(wrong, [])
})

test('docs/security-cases.md has a row for each case, and none that fails', () => {
  const page = read('docs/security-cases.md')
  const rows = [...page.matchAll(/^\| ([A-MO-Z]\d+) \| (.+) \| (.+) \| (.+) \|$/gm)]
  assert.deepEqual(
    rows.map(([, id]) => id),
    ids,
  )
  for (const [, id, rule, tests, state] of rows) {
    const known = caseSections.flatMap(({ cases }) => cases).find((each) => each.id === id)
    assert.equal(rule, known?.rule, 'run: node tools/run.mjs write-security-cases')
    assert.match(tests ?? '', /^[1-9]/, id)
    assert.doesNotMatch(state ?? '', /fails|no test/, id)
  }
})

test('docs/security-cases.md has a row for each case of the second reading, and none that fails', () => {
  const page = read('docs/security-cases.md')
  const rows = [...page.matchAll(/^\| (N[CFHIWPS]\d+b?) \| .+ \| (.+) \|$/gm)]
  assert.deepEqual(
    rows.map(([, id]) => id),
    secondReadingCases.map(({ id }) => id),
    'run: node tools/run.mjs write-security-cases',
  )
  for (const [, id, state] of rows) assert.doesNotMatch(state ?? '', /fails|no test/, id)
})

test('each mutant takes out a rule that is there, and names cases that exist', () => {
  for (const { rule, cases, edits } of mutants) {
    for (const { file, find, replace } of edits) {
      assert.equal(
        read(file).split(find).length - 1,
        1,
        `${rule}: tools/mutant-list.ts no longer fits ${file}`,
      )
      assert.notEqual(find, replace)
    }
    for (const name of cases)
      assert.ok(mutantIds.includes(name.split(/[ ,]/, 1)[0] ?? ''), `${rule}: ${name}`)
  }
})
