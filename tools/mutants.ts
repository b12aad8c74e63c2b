// `npm run mutants`: removes each rule of tools/mutant-list.ts from a copy of the sources, runs the tests of the cases that
// cover it, and expects some of them to fail. Writes the result into docs/security-cases.md. With a word as argument
// (`npm run mutants -- nonce`), runs only the rules that contain it, and writes nothing.
import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { type Mutant, mutants } from './mutant-list.ts'
import { root } from './programs.ts'
import { replaceSection } from './write-security-cases.ts'

const longestRunMilliseconds = 120_000

interface Outcome {
  readonly mutant: Mutant
  /** The tests that failed; empty when the mutant survived. */
  readonly killedBy: readonly string[]
  readonly problem: string | null
}

export async function run(args: readonly string[]): Promise<number> {
  const chosen = mutants.filter(({ rule }) =>
    args.every((word) => rule.toLowerCase().includes(word.toLowerCase())),
  )
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-mutants-'))
  try {
    const outcomes = await runAll(chosen, folder)
    for (const { mutant, problem } of outcomes)
      if (problem !== null) console.error(`${mutant.rule}: ${problem}`)
    const killed = outcomes.filter(({ killedBy }) => killedBy.length > 0)
    console.log(`${killed.length} of ${outcomes.length} mutants killed`)
    if (args.length === 0) await writeReport(outcomes)
    return killed.length === outcomes.length ? 0 : 1
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function runAll(chosen: readonly Mutant[], folder: string): Promise<readonly Outcome[]> {
  const queue = chosen.map((mutant, index) => ({ mutant, index }))
  const outcomes: Outcome[] = []
  const worker = async (number: number): Promise<void> => {
    const copy = path.join(folder, `copy-${number}`)
    await copyRepository(copy)
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const outcome = await judge(next.mutant, copy)
      outcomes[next.index] = outcome
      console.log(`${outcome.killedBy.length > 0 ? 'killed  ' : 'SURVIVED'} ${next.mutant.rule}`)
    }
  }
  const workers = Math.min(4, availableParallelism(), chosen.length)
  await Promise.all(Array.from({ length: workers }, (_, number) => worker(number)))
  return outcomes
}

/** Copies everything that the tests read. `latchkey` must resolve to the copy, not to the repository. */
async function copyRepository(copy: string): Promise<void> {
  await mkdir(copy)
  for (const name of ['src', 'test', 'tools', 'examples', 'package.json', 'tsconfig.json']) {
    const filter = (source: string): boolean => !source.includes(`${path.sep}node_modules`)
    await cp(path.join(root, name), path.join(copy, name), { recursive: true, filter })
  }
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  for (const example of await readdir(path.join(copy, 'examples'), { withFileTypes: true })) {
    if (!example.isDirectory()) continue
    const modules = path.join(copy, 'examples', example.name, 'node_modules')
    await mkdir(modules, { recursive: true })
    await symlink(copy, path.join(modules, 'latchkey'))
  }
}

async function judge(mutant: Mutant, copy: string): Promise<Outcome> {
  const originals = new Map<string, string>()
  try {
    for (const { file, find, replace } of mutant.edits) {
      const target = path.join(copy, file)
      const source = await readFile(target, 'utf8')
      if (!originals.has(target)) originals.set(target, source)
      const count = source.split(find).length - 1
      if (count !== 1) return { mutant, killedBy: [], problem: `${file} has ${count} times: ${find}` }
      await writeFile(
        target,
        source.replace(find, () => replace),
      )
    }
    const killedBy = await failingTests(mutant, copy)
    return { mutant, killedBy, problem: killedBy.length > 0 ? null : 'no test of its cases failed' }
  } finally {
    for (const [target, source] of originals) await writeFile(target, source)
  }
}

/** Runs the tests of the mutant's cases in the copy. Returns the names of those that failed. */
function failingTests({ tests, cases }: Mutant, copy: string): Promise<readonly string[]> {
  const pattern = `^(${cases.join('|')})([^0-9]|$)`
  const files = tests.map((file) => path.join('test', file))
  const flags = tests.every((file) => file.startsWith('unit/')) ? [] : [`--test-name-pattern=${pattern}`]
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--conditions=latchkey-source', '--test', '--test-reporter=spec', ...flags, ...files],
      { cwd: copy, stdio: ['ignore', 'pipe', 'ignore'], detached: true },
    )
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    // A mutant may hang; everything that it started is in its own process group.
    const stop = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }
    const timer = setTimeout(stop, longestRunMilliseconds)
    child.on('close', (code) => {
      clearTimeout(timer)
      const [summary = ''] = output.split('failing tests:')
      const names = [...summary.matchAll(/^\s*✖ (.*) \([\d.]+ms\)/gm)].map((match) => match[1] ?? '')
      const named = names.filter((name) => !name.endsWith('.ts'))
      resolve(code === 0 ? [] : named.length > 0 ? [...new Set(named)] : ['the whole file'])
    })
  })
}

async function writeReport(outcomes: readonly Outcome[]): Promise<void> {
  const killed = outcomes.filter(({ killedBy }) => killedBy.length > 0).length
  const rows = outcomes.map(({ mutant, killedBy }) => {
    const by = killedBy.length === 0 ? '**survived**' : `${caseIds(killedBy)}`
    return `| ${mutant.rule} | ${mutant.cases.join(', ')} | ${by} |`
  })
  const lines = [
    `${killed} of ${outcomes.length} killed.`,
    '',
    '| rule that was taken out | cases | killed by |',
    '|---|---|---|',
    ...rows,
  ]
  await replaceSection('mutants', lines.join('\n'))
}

/** `B3 (14)`: which cases failed, and how many tests of each. */
function caseIds(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) {
    const id = /\b[A-MO-Z]\d+\b/.exec(name)?.[0] ?? name
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...counts].map(([id, count]) => (count === 1 ? id : `${id} (${count})`)).join(', ')
}
