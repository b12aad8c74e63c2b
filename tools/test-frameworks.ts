// `npm run test:frameworks [-- fetch sveltekit …]`: the adapter suite on hosts that are too large for the repository's own
// installation. Each folder of test/frameworks/ has its own lockfile; no install scripts run.
import { existsSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { packInto } from './pack.ts'
import { root, runNode, runNpm, runTool } from './programs.ts'

const folder = path.join(root, 'test/frameworks')
/** `fetch`, `d1`, `orms`, `front-ends` and `koa2` run Latchkey's sources; applications with a build get the package as published. */
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
/** The prefixes to build each for: without and with a prefix, or only once if the environment sets the path it is mounted at. */
const prefixesOf: Readonly<Record<string, readonly string[]>> = {
  // Its test does the bundling.
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
/** Disables telemetry, so that the hosts send nothing over the network. */
const quietHosts = {
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
}
/** A hanging test must not block the CI. */
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
  // A project with its own tests, shown in docs/testing.md.
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

/** The front end of examples/spa-and-api has its own installation, with a compiler that supports JSX. */
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
