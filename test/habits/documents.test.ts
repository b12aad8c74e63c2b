// The documents are correct: links have targets, and the table of features names tests that exist.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { routes } from '../../src/flows/request/routes.ts'
import { listFiles, root } from './source-tree.ts'

const rootDocuments = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'RELEASE.md',
]
const documents = [
  ...rootDocuments,
  ...listFiles('docs').map((name) => `docs/${name}`),
  ...listFiles('examples').map((name) => `examples/${name}`),
].filter((name) => name.endsWith('.md'))

function read(name: string): string {
  return readFileSync(path.join(root, name), 'utf8')
}

test('relative links lead to a file or folder', () => {
  const broken = documents.flatMap((name) =>
    [...read(name).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(path.join(root, path.dirname(name), target)))
      .map((target) => `${name}: ${target}`),
  )
  assert.deepEqual(broken, [])
})

test('decision records are numbered without a gap, and each gives its reasons', () => {
  const records = listFiles('docs/decisions')
  assert.deepEqual(
    records.map((name) => Number(name.slice(0, 4))),
    records.map((_, index) => index + 1),
  )
  for (const name of records) {
    const text = read(`docs/decisions/${name}`)
    assert.match(text, new RegExp(`^# ${Number(name.slice(0, 4))}\\. `), name)
    for (const heading of ['## Context', '## Decision', '## Why not others']) {
      assert.ok(text.includes(heading), `${name}: ${heading}`)
    }
  }
})

test('the table of features is complete, and what works has its proof', () => {
  const rows = [...read('docs/features.md').matchAll(/^\| ([UN]\d+) \| (.+) \| (.+) \| (.*) \|$/gm)]
  const numbers = (letter: string, last: number) =>
    Array.from({ length: last }, (_, index) => `${letter}${index + 1}`)
  assert.deepEqual(
    rows.map(([, number]) => number),
    [...numbers('U', 65), ...numbers('N', 40)],
  )
  for (const [, number, , state, proof = ''] of rows) {
    assert.match(state ?? '', /^(works|partly|not yet)$/, number)
    if (state === 'works') assert.match(proof, /\]\(\.\.\//, `${number} works, but names no test or example`)
  }
})

test('docs/routes.md equals the table of routes', () => {
  const documented = [...read('docs/routes.md').matchAll(/^\| `(GET|POST) \/auth(\/[^`?]*)/gm)]
  const served = routes.flatMap(({ path, GET, POST }) => [
    ...(GET ? [`GET ${path}`] : []),
    ...(POST ? [`POST ${path}`] : []),
  ])
  assert.deepEqual(
    documented.map(([, method, path]) => `${method} ${path?.replace('/ID', '/:provider')}`).sort(),
    served.sort(),
  )
})

test('NP9 the guides promise no offer to link to providers that are final about no mailbox', () => {
  const guide = read('examples/many-providers/README.md')
  const promises = guide.split('\n').filter((line) => /offer(?:s|ed)?\b.*\blink/i.test(line))
  // Links are offered only if the provider runs the mailbox, and the guide says so in every such line.
  for (const line of promises) assert.match(line, /mailboxes that it runs|authoritativeDomains/, line)
  // A foreign Origin is refused despite a good Sec-Fetch-Site, but `null` is not; docs/routes.md says which counts when.
  assert.match(read('docs/routes.md'), /Sec-Fetch-Site[\s\S]{0,600}Origin/)
})
