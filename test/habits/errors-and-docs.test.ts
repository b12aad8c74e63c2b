// docs/errors.md and the table in src/errors.ts match in both directions: codes, statuses and both sentences.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import { errorSentences, errorTable } from '../../src/errors.ts'
import { errorPage } from '../../tools/write-error-docs.ts'
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
    // The developer's sentence may start with a parameter's name and end with a command or a value.
    assert.match(entry.forPerson, /^[A-Z].*\.$/, code)
    assert.match(entry.forDeveloper, /^[A-Za-z].{20,}$/, code)
  }
})

test('docs/errors.md has each cause once, as the table of causes says it', () => {
  assert.equal(readFileSync(path.join(root, 'docs/errors.md'), 'utf8'), errorPage())
})

test('each code is raised somewhere', () => {
  const sources = readSourceFiles().filter((file) => file.name !== 'errors.ts' && file.name !== 'causes.ts')
  const unused = Object.keys(errorTable).filter(
    (code) => !sources.some((file) => file.code.includes(`'${code}'`)),
  )
  assert.deepEqual(unused, [])
})

// What end users read: what happened, whose fault it is, what to do now. The test looks for each of the three.
describe('each sentence for people', () => {
  const parties =
    /\b(this (app|site|page|sign-in|account|address|user|message|request|browser)|the sign-in service|the other service|another (site|sign-in service)|your (browser|profile|permission|only way)|our (side|server|pages)|we|you)\b/i
  const remedies = /(\b[Pp]lease [a-z]+ |^To \w+ it, )[^.]*\.$/
  const outcomes =
    /\b(so|but) (nothing was|you (were|can)|it (was|ended)|this page)|\b(was already|could not|cannot|does not|may not|is no|is not|are not|went wrong)\b|\bThere is no\b|\b(needs|has to)\b/

  for (const [name, sentence] of Object.entries(errorSentences)) {
    test(`${name} says what happened, whose fault it is, and what to do now`, () => {
      const sentences = sentence.split(/(?<=\.) /)
      assert.ok(sentences.length >= 2, `one sentence is too little: ${sentence}`)
      assert.match(sentence, outcomes, 'what happened')
      assert.match(sentences[0] ?? '', parties, 'whose fault')
      assert.match(sentences.at(-1) ?? '', remedies, 'what now')
    })

    test(`${name} is short, and has no word of the trade`, () => {
      assert.ok(sentence.length <= 230, `${sentence.length} characters`)
      assert.doesNotMatch(
        sentence,
        /\b(OAuth|OpenID|token|cookie|provider|redirect|URI|client|server error|invalid|header|issuer|scope|claim|parameter)\b/i,
      )
      assert.doesNotMatch(sentence, /\d|!|\b(oops|sorry|unfortunately|simply|just (click|try))\b/i)
    })
  }
})
