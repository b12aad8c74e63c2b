// The whole benchmark: `npm run bench`. Everything in one run, in turns, side by side with what else could be picked.
// It installs the peers into `bench/peers` and builds the published form first.
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { run as build } from '../tools/build.ts'
import { runNpm } from '../tools/programs.ts'
import { pinning } from './equipment/child-process.ts'
import { type Contestant, latchkeyBesideBare, peers } from './equipment/contestants.ts'
import { type Laboratory, openLaboratory } from './equipment/laboratory.ts'
import { readOptions } from './equipment/options.ts'
import { measureInstallSizes } from './install-size.ts'
import { measureLogins } from './login.ts'
import { measureSessionChecks } from './session-check.ts'
import { measureStartUps } from './start-up.ts'

/** Each peer beside the bare framework that it runs on. */
function allContestants(lab: Laboratory): readonly Contestant[] {
  const own = latchkeyBesideBare(lab)
  return [...own, ...peers].sort((a, b) => hostOrder(own, a) - hostOrder(own, b))
}

function hostOrder(own: readonly Contestant[], { host }: Contestant): number {
  return own.findIndex((one) => one.host === host)
}

const options = readOptions(['--stores=sealed,sqlite,postgres,redis', ...process.argv.slice(2)])
const peersFolder = fileURLToPath(new URL('peers', import.meta.url))

if (!existsSync(path.join(peersFolder, 'node_modules'))) {
  console.log('Installing the peers into bench/peers, once.')
  const exitCode = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], peersFolder)
  if (exitCode !== 0) throw new Error(`npm ci in bench/peers failed with ${exitCode}`)
}
if (!options.isSource && (await build()) !== 0)
  throw new Error('The build failed; --source measures src/ itself.')

const startedAt = performance.now()
const lab = await openLaboratory(options)
try {
  console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model.trim()}; ${pinning}.`)
  console.log(`Medians of ${options.rounds} rounds in turns; in brackets the least and the most.`)
  const contestants = allContestants(lab)
  await measureSessionChecks(lab, contestants)
  await measureLogins(lab, contestants)
  await measureStartUps(lab, contestants)
} finally {
  await lab.close()
}
await measureInstallSizes()
console.log(`\nTook ${Math.round((performance.now() - startedAt) / 1_000)} s.`)
