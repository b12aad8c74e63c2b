// The whole benchmark: `npm run bench`. Everything is measured in turn in one run, next to the alternatives.
// It first installs the peers into `bench/peers` and builds the package.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runNpm } from '../tools/programs.ts'
import { type Contestant, chosen, latchkeyBesideBare, peers } from './equipment/contestants.ts'
import { type Laboratory, openLaboratory } from './equipment/laboratory.ts'
import { readOptions } from './equipment/options.ts'
import { describeRun } from './equipment/run-alone.ts'
import { measureInstallSizes } from './install-size.ts'
import { measureLogins } from './login.ts'
import { measureSessionChecks } from './session-check.ts'
import { measureStartUps } from './start-up.ts'

/** All contestants, each peer next to the bare framework that it runs on. */
function allContestants(lab: Laboratory): readonly Contestant[] {
  const own = latchkeyBesideBare(lab)
  return [...own, ...peers].sort((a, b) => hostOrder(own, a) - hostOrder(own, b))
}

function hostOrder(own: readonly Contestant[], { host }: Contestant): number {
  return own.findIndex((one) => one.host === host)
}

/** Leaves out contestants that would take much time and show nothing that others do not show. */
function isOwnAnswer({ host, store }: Contestant): boolean {
  return store !== 'cookie-cache' && (store !== 'sealed' || host === 'node:http')
}

const args = process.argv.slice(2)
const stores = args.includes('--quick') ? 'sealed,sqlite' : 'sealed,sqlite,postgres,redis'
const options = readOptions([`--stores=${stores}`, ...args])
const peersFolder = fileURLToPath(new URL('peers', import.meta.url))

if (!existsSync(path.join(peersFolder, 'node_modules'))) {
  console.log('Installing the peers into bench/peers, once.')
  const exitCode = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], peersFolder)
  if (exitCode !== 0) throw new Error(`npm ci in bench/peers failed with ${exitCode}`)
}

const startedAt = performance.now()
const lab = await openLaboratory(options)
try {
  console.log(describeRun(options))
  const contestants = chosen(allContestants(lab), options.only)
  await measureSessionChecks(lab, contestants)
  await measureLogins(lab, contestants.filter(isOwnAnswer))
  await measureStartUps(lab, contestants.filter(isOwnAnswer))
} finally {
  await lab.close()
}
await measureInstallSizes()
console.log(`\nTook ${Math.round((performance.now() - startedAt) / 1_000)} s.`)
