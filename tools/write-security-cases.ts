// `node tools/run.mjs write-security-cases`: runs test/conformance and writes docs/security-cases.md: case, rule, tests,
// state. The sections about mutants and made-up requests are kept; `npm run mutants` and `npm run fuzz` write them.
import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Case, caseSections } from '../test/conformance/cases.ts'
import { type SecondReadingCase, secondReadingCases } from '../test/conformance/second-reading-cases.ts'
import { root } from './programs.ts'

const page = path.join(root, 'docs/security-cases.md')

interface TestResult {
  readonly name: string
  readonly file: string
  readonly state: 'passed' | 'failed' | 'skipped'
  readonly reason: string | null
}

export async function run(): Promise<number> {
  const results = await runConformance()
  const before = await readFile(page, 'utf8').catch(() => '')
  const kept = (name: string): string =>
    marked(name, sectionOf(before, name) ?? `Not run yet: \`npm run ${name}\`.`)
  await writeFile(page, securityPage(results, kept))
  return results.some(({ state }) => state === 'failed') ? 1 : 0
}

/** Replaces the text between the markers of a section. */
export async function replaceSection(name: string, text: string): Promise<void> {
  const before = await readFile(page, 'utf8')
  const old = sectionOf(before, name)
  if (old === null) throw new Error(`docs/security-cases.md has no section ${name}`)
  await writeFile(
    page,
    before.replace(marked(name, old), () => marked(name, text)),
  )
}

function sectionOf(text: string, name: string): string | null {
  const start = text.indexOf(`<!-- ${name} -->\n`)
  const end = text.indexOf(`\n<!-- /${name} -->`)
  return start < 0 || end < start ? null : text.slice(start + name.length + 10, end)
}

function marked(name: string, text: string): string {
  return `<!-- ${name} -->\n${text}\n<!-- /${name} -->`
}

/** Runs all files of test/conformance; a reporter writes one line of JSON for each test. */
function runConformance(): Promise<readonly TestResult[]> {
  return new Promise((resolve, reject) => {
    const flags = [
      '--conditions=latchkey-source',
      '--test',
      '--test-concurrency=2',
      '--test-reporter=./tools/test-lines.ts',
    ]
    const child = spawn(process.execPath, [...flags, 'test/conformance/*.test.ts'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('close', () =>
      resolve(
        output
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line)),
      ),
    )
  })
}

/** The page as Markdown. */
function securityPage(results: readonly TestResult[], kept: (name: string) => string): string {
  const count = (state: TestResult['state']): number =>
    results.filter((result) => result.state === state).length
  const modules = results.filter(({ name }) => name.includes('oidcc-'))
  const cases = caseSections.flatMap((section) => section.cases)
  const covered = cases.filter((each) => testsOf(each, results).some(({ state }) => state === 'passed'))
  return `${[
    '# Security cases',
    '',
    'What a sign-in system must survive, and the tests that hold it here. They are black-box tests: an application over real',
    'HTTP, browsers with real cookie rules, identity providers that can be made to misbehave. Every refusal must leave no',
    'session, no new user or link, an answer of the 4xx kind and a running process, and the next honest login must work.',
    '',
    'This page is written by `node tools/run.mjs write-security-cases` from `test/conformance`.',
    '',
    `${covered.length} of ${cases.length} cases are held by tests; ${count('passed')} tests passed, ${count('failed')} failed, ${count('skipped')} are skipped with a reason.`,
    `Of the OpenID Foundation’s relying-party modules, ${new Set(modules.filter(({ state }) => state === 'passed').flatMap(({ name }) => moduleNames(name))).size} have a test that passes.`,
    ...caseSections.flatMap((section) => [
      '',
      `## ${section.letter}. ${section.title}`,
      '',
      section.sources,
      '',
      '| case | rule | tests | state |',
      '|---|---|---|---|',
      ...section.cases.map((each) => row(each, results)),
    ]),
    '',
    '## N. Second reading',
    '',
    'What a white-box reading and public reports of people who run sign-in found: F opened too much, H locked honest people out,',
    'W hid the reason, P stopped people who build, S belongs to hosts and deployments, C to the catalogue. Each has a test of its name, in the file',
    'where it belongs: the refusal, and the honest twin that is let through.',
    '',
    '| case | rule | held by | state |',
    '|---|---|---|---|',
    ...secondReadingCases.map((each) => secondReadingRow(each, results)),
    '',
    '## OpenID Foundation relying-party modules',
    '',
    '| module | tests | state |',
    '|---|---|---|',
    ...moduleRows(modules),
    '',
    '## Proof that the tests can fail',
    '',
    'Each rule is taken out of the sources by hand, one at a time, and the tests of its cases must then fail',
    '(`npm run mutants`).',
    '',
    kept('mutants'),
    '',
    '## Made-up requests',
    '',
    'Pieces of real requests, mutated and put together again (`npm run fuzz`): the process must stay alive, answer nothing',
    'with 5xx, begin no session, and log no secret. A short form runs with the tests.',
    '',
    kept('fuzz'),
  ].join('\n')}\n`
}

function row(each: Case, results: readonly TestResult[]): string {
  const tests = testsOf(each, results)
  const files = [...new Set(tests.map(fileOf))].join(', ')
  return `| ${each.id} | ${each.rule} | ${tests.length} in ${files || 'no file'} | ${stateOf(tests)} |`
}

/** Tests outside test/conformance belong to other suites, which this command does not run. */
function secondReadingRow({ id, rule, heldBy }: SecondReadingCase, results: readonly TestResult[]): string {
  const isHere = heldBy.startsWith('conformance/')
  const tests = results.filter(({ name }) => new RegExp(`^(?:N\\w+(?:, | ))*${id}[ ,]`).test(name))
  const state = isHere || tests.length > 0 ? stateOf(tests) : 'held by its own suite'
  return `| ${id} | ${rule.replace(/\.$/, '')}. | [${heldBy}](../test/${heldBy}) | ${state} |`
}

function moduleRows(results: readonly TestResult[]): readonly string[] {
  const byModule = Map.groupBy(
    results.flatMap((result) => moduleNames(result.name).map((module) => ({ module, result }))),
    ({ module }) => module,
  )
  return [...byModule].map(([module, found]) => {
    const tests = found.map(({ result }) => result)
    return `| ${module} | ${tests.length} in ${[...new Set(tests.map(fileOf))].join(', ')} | ${stateOf(tests)} |`
  })
}

/** A test belongs to the cases that its name starts with: `B14, G4 cookies …`. */
function testsOf({ id }: Case, results: readonly TestResult[]): readonly TestResult[] {
  return results.filter(({ name }) => /^(?:[A-MO-Z]\d+(?:, | ))+/.exec(name)?.[0].split(/[ ,]+/).includes(id))
}

function stateOf(tests: readonly TestResult[]): string {
  if (tests.length === 0) return 'no test'
  if (tests.some(({ state }) => state === 'failed')) return '**fails**'
  const reasons = new Set(
    tests.flatMap(({ state, reason }) => (state === 'skipped' ? [reason ?? 'skipped'] : [])),
  )
  const passes = tests.some(({ state }) => state === 'passed')
  return [...(passes ? ['passes'] : []), ...reasons].join('; ')
}

function fileOf({ file }: TestResult): string {
  return path.basename(file, '.test.ts')
}

function moduleNames(name: string): readonly string[] {
  return [...name.matchAll(/oidcc-client-test[a-z0-9-]*/g)].map((match) => match[0])
}
