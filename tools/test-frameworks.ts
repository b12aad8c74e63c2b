// `npm run test:frameworks [-- fetch sveltekit …]`: the adapter suite on hosts that are too large for the
// repository's own installation. Each folder of test/frameworks/ has a lockfile of its own; no install script runs.
import { existsSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { packInto } from './pack.ts'
import { root, runNode, runNpm, runTool } from './programs.ts'

const folder = path.join(root, 'test/frameworks')
/** `fetch`, `d1`, `orms`, `front-ends` and `koa2` run Latchkey's sources; applications that are built get the package that npm would publish. */
const hosts = [
  ...[
    'fetch',
    'd1',
    'orms',
    'front-ends',
    'bundlers',
    'koa2',
    'nestjs11',
    'nestjs',
    'sveltekit2',
    'sveltekit',
  ],
  ...['next', 'astro', 'nuxt', 'react-router7', 'react-router', 'tanstack-start', 'vitest'],
]
/** What is built of each: as it is and below a prefix, or once where its environment says at which path it is mounted. */
const prefixesOf: Readonly<Record<string, readonly string[]>> = {
  // Its test bundles.
  bundlers: [],
  nestjs11: [''],
  nestjs: [''],
  nuxt: [''],
  sveltekit2: ['', '/shop'],
  sveltekit: ['', '/shop'],
  next: ['', '/shop'],
  astro: ['', '/shop'],
  'react-router7': ['', '/shop'],
  'react-router': ['', '/shop'],
  'tanstack-start': ['', '/shop'],
}
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
/** They ask the network for nothing. */
const quietHosts = {
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
}
/** What hangs must not hold up a CI. */
const mostMinutes = 60

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
    orms: ['orms.ts', 'orms-schema.ts'],
    'front-ends': ['front-ends.ts', 'spa-and-api.ts'],
    bundlers: ['bundlers.ts'],
    next: ['next-actions.ts', 'next-rewrites.ts'],
  }
  const own = Object.entries(first).flatMap(([host, files]) => (chosen.includes(host) ? files : []))
  const files = [...own, 'adapters.ts', 'prerendered.ts', 'guide.ts', 'init.ts']
  const paths = files.map((name) => path.join(folder, name))
  return runNode(['--conditions=latchkey-source', '--test', '--test-concurrency=1', ...paths])
}

async function prepare(chosen: readonly string[], packed: string): Promise<void> {
  const tarball = chosen.some((host) => host in prefixesOf) ? await packInto(packed) : ''
  for (const host of chosen) {
    const at = path.join(folder, host)
    if (!isInstalled(at)) await must(host, runNpm(['ci', ...quiet], at))
    if (host === 'front-ends') await prepareExample()
    const prefixes = prefixesOf[host]
    if (!prefixes) continue
    await must(host, runNpm(['install', '--no-save', ...quiet, tarball], at))
    for (const prefix of prefixes) {
      Object.assign(process.env, { PREFIX: prefix, ...quietHosts })
      await must(host, runNpm(['run', 'build'], at))
    }
    const configuration = path.join(at, host === 'nuxt' ? '.nuxt/tsconfig.server.json' : 'tsconfig.json')
    if (existsSync(configuration))
      await must(host, runTool('typescript', 'tsc', ['-p', configuration, '--noEmit']))
  }
}

/** The front end of examples/spa-and-api has an installation of its own, with a compiler that knows JSX. */
async function prepareExample(): Promise<void> {
  const web = path.join(root, 'examples/spa-and-api/web')
  if (!isInstalled(web)) await must('front-ends', runNpm(['ci', ...quiet], web))
  await must('front-ends', runNode([path.join(web, 'node_modules/typescript/bin/tsc'), '-p', web]))
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
