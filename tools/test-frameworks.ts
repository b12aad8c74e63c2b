// `npm run test:frameworks [-- fetch sveltekit …]`: the adapter suite on hosts that are too large for the
// repository's own installation. Each folder of test/frameworks/ has a lockfile of its own; no install script runs.
import { existsSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { packInto } from './pack.ts'
import { root, runNode, runNpm, runTool } from './programs.ts'

const folder = path.join(root, 'test/frameworks')
/** `fetch`, `d1` and `orms` run Latchkey's sources; applications that are built get the package that npm would publish. */
const hosts = ['fetch', 'd1', 'orms', 'bundlers', 'sveltekit2', 'sveltekit', 'next', 'vitest']
const packedHosts = ['bundlers', 'sveltekit2', 'sveltekit', 'next']
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
/** What hangs must not hold up a CI. */
const mostMinutes = 20

export async function run(args: readonly string[]): Promise<number> {
  const chosen = args.length > 0 ? hosts.filter((host) => args.includes(host)) : hosts
  setTimeout(() => giveUp(), mostMinutes * 60_000).unref()
  const packed = await mkdtemp(path.join(tmpdir(), 'latchkey-frameworks-'))
  try {
    await prepare(chosen, packed)
  } finally {
    await rm(packed, { recursive: true, force: true })
  }
  // A project with tests of its own: docs/testing.md shows it.
  if (chosen.includes('vitest')) await must('vitest', runNpm(['test'], path.join(folder, 'vitest')))
  process.env.LATCHKEY_FRAMEWORKS = chosen.join()
  const first = {
    fetch: ['portable-entries.ts', 'bun-sqlite.ts'],
    d1: ['d1.ts'],
    orms: ['orms.ts'],
    bundlers: ['bundlers.ts'],
    next: ['next-actions.ts'],
  }
  const own = Object.entries(first).flatMap(([host, files]) => (chosen.includes(host) ? files : []))
  const files = [...own, 'adapters.ts', 'guide.ts', 'init.ts']
  const paths = files.map((name) => path.join(folder, name))
  return runNode(['--conditions=latchkey-source', '--test', '--test-concurrency=1', ...paths])
}

async function prepare(chosen: readonly string[], packed: string): Promise<void> {
  const tarball = chosen.some((host) => packedHosts.includes(host)) ? await packInto(packed) : ''
  for (const host of chosen) {
    const at = path.join(folder, host)
    if (!isInstalled(at)) await must(host, runNpm(['ci', ...quiet], at))
    if (!packedHosts.includes(host)) continue
    await must(host, runNpm(['install', '--no-save', ...quiet, tarball], at))
    // Its test bundles.
    if (host === 'bundlers') continue
    for (const prefix of ['', '/shop']) {
      Object.assign(process.env, { PREFIX: prefix, NEXT_TELEMETRY_DISABLED: '1' })
      await must(host, runNpm(['run', 'build'], at))
    }
    if (existsSync(path.join(at, 'tsconfig.json'))) await must(host, runTool('typescript', 'tsc', ['-p', at]))
  }
}

function isInstalled(at: string): boolean {
  const installed = path.join(at, 'node_modules/.package-lock.json')
  const lock = path.join(at, 'package-lock.json')
  return existsSync(installed) && statSync(installed).mtimeMs > statSync(lock).mtimeMs
}

async function must(host: string, exitCode: Promise<number>): Promise<void> {
  if ((await exitCode) !== 0) throw new Error(`test/frameworks/${host} could not be prepared.`)
}

function giveUp(): void {
  console.error(`npm run test:frameworks gives up after ${mostMinutes} minutes.`)
  process.exit(1)
}
