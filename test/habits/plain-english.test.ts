// Sentences are plain: sources and documents say what the code does, in words that need no second reading. Most of the
// words below hide a person, a value or a program that should be named instead.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { listFiles, readSourceFiles, root } from './source-tree.ts'

const riddles: readonly (readonly [RegExp, string])[] = [
  [/\bwhoever\b/i, 'name the person or program'],
  [/\bof ours\b/i, 'write "our" or "one of our"'],
  [/\bnobody\b/i, 'say what does not happen: "no session", "is refused"'],
  [/\btold\b/i, 'write "gets", "receives", "reported" or "shown"'],
  [/\bliving\b/i, 'write "valid" or "current"'],
  [/\bsomebody else\b/i, 'write "another person", "another process"'],
  [/\bsays who\b/i, 'write "names" or "identifies"'],
]

/** Additional words for comments only; texts for people may need them. */
const riddlesOfComments: readonly (readonly [RegExp, string])[] = [
  [/\b(?:any|every|some)body\b/i, 'write "a person", "any client", "all users"'],
  [/\b(?:null|undefined|empty|false) where\b/i, 'write "null if"'],
  [/\banswers (?:how|what|whether)\b/i, 'write "returns"'],
  [/\bworth nothing\b/i, 'write "invalid" or "refused"'],
  [/\b(?:the|that|this) very\b/i, 'write "the same", or leave "very" out'],
  [/\b(?:comes?|goes|rides?) along\b/i, 'write "is sent with" or "is included"'],
  [/\bin silence\b/i, 'write "silently"'],
  [/\bfor ever\b/i, 'write "forever"'],
  [/\bat hand\b/i, 'write "available"'],
  [/\bas ever\b/i, 'write "still"'],
  [/\bmeanwhile\b/i, 'name what happens at the same time'],
  [/\bmostly\b/i, 'write "usually"'],
  [/\bshall\b/i, 'write "must" or "should"'],
  [/\bwhose word\b/i, 'name the one who decides'],
]

/** The API that outsiders use (docs/kit.md). */
const kept = /Hello nobody/g

function faultsIn(name: string, lines: readonly string[], patterns = riddles): readonly string[] {
  return lines.flatMap((line, index) =>
    patterns
      .filter(([pattern]) => pattern.test(line.replaceAll(kept, '')))
      .map(([pattern, instead]) => `${name}:${index + 1} ${pattern.exec(line)?.[0]}: ${instead}`),
  )
}

/** Returns the comments, and the texts with more than one word; names in the code are not sentences. */
function prose(code: string): readonly string[] {
  return code.split('\n').map((line) => {
    const comment = /^\s*(?:\/\/|\/?\*)(.*)|\s\/\/ (.*)$/.exec(line)
    const texts = line.match(/'[^']* [^']*'|"[^"]* [^"]*"|`[^`]* [^`]*`/g) ?? []
    return [comment?.[1] ?? comment?.[2] ?? '', ...texts].join(' ')
  })
}

function comments(code: string): readonly string[] {
  return code.split('\n').map((line) => {
    const comment = /^\s*(?:\/\/|\/?\*|#)(.*)|\s(?:\/\/|#) (.*)$/.exec(line)
    return comment?.[1] ?? comment?.[2] ?? ''
  })
}

test('src/ says what the code does', () => {
  const translated = /^languages\/(?!en\.ts)[a-z-]+\.ts$/
  const faults = readSourceFiles()
    .filter(({ name }) => !translated.test(name))
    .flatMap(({ name, text }) => [
      ...faultsIn(`src/${name}`, prose(text)),
      ...faultsIn(`src/${name}`, comments(text), riddlesOfComments),
    ])
  assert.deepEqual(faults, [])
})

test('examples, tests, tools and benches say what they do', () => {
  const ownWords = /^test\/habits\/plain-english\.test\.ts$/
  const faults = ['examples', 'test', 'tools', 'bench']
    .flatMap((folder) => listFiles(folder).map((name) => `${folder}/${name}`))
    .filter((name) => /\.(?:[cm]?[jt]sx?|vue|svelte|astro|py|md)$/.test(name) && !ownWords.test(name))
    .flatMap((name) => {
      const text = readFileSync(path.join(root, name), 'utf8')
      return faultsIn(name, name.endsWith('.md') ? text.split('\n') : comments(text))
    })
  assert.deepEqual(faults, [])
})

test('the documents say what happens', () => {
  const documents = [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    ...listFiles('docs')
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ]
  const faults = documents.flatMap((name) =>
    faultsIn(name, readFileSync(path.join(root, name), 'utf8').split('\n')),
  )
  assert.deepEqual(faults, [])
})

test('a cited case stands in docs/security-cases.md', () => {
  const page = readFileSync(path.join(root, 'docs/security-cases.md'), 'utf8')
  const known = new Set([...page.matchAll(/^\| ([A-Z]{1,2}\d+) \|/gm)].map(([, id]) => id))
  const cited = readSourceFiles().flatMap(({ name, text }) =>
    [...text.matchAll(/docs\/security-cases\.md,? ((?:[A-Z]\d+(?:[–-][A-Z]?\d+)?(?:, | and |))+)/g)].flatMap(
      ([, ids = '']) => (ids.match(/[A-Z]\d+/g) ?? []).map((id) => ({ name, id })),
    ),
  )
  assert.ok(cited.length > 20)
  assert.deepEqual(
    cited.filter(({ id }) => !known.has(id)),
    [],
  )
})

test('no page outside of this repository is cited by a name of its own', () => {
  const cited = /\b(?:DESIGN|CASES|NEEDS|FEATURES)\b(?!\.md)/
  const wrong = readSourceFiles().filter(({ text }) => cited.test(text))
  assert.deepEqual(
    wrong.map(({ name }) => name),
    [],
  )
})
