// What a session check itself costs, in nanoseconds of CPU time: `npm run bench -- check-cost`.
// `--against=FOLDER` measures another checkout alternately in the same run. FOLDER is its root, with node_modules and a build.
import { readBuilds } from './equipment/builds.ts'
import { printTable } from './equipment/print-table.ts'
import { summarize } from './equipment/statistics.ts'

const builds = await readBuilds({ rounds: 5 })
const rows: string[][] = []
for (const scenario of ['sealed', 'stored', 'bearer', 'anonymous']) {
  for (const [name, costs] of await builds.inTurn<number | null>('check-cost-process.mjs', scenario)) {
    // A build that does not know this kind of session yet has no figures.
    const measured = costs.filter((cost) => cost !== null)
    if (measured.length === 0) continue
    const { least, median } = summarize(measured)
    rows.push([scenario, name, least.toFixed(0), median.toFixed(0)])
  }
}
printTable('A warm session check, by itself', ['session', 'build', 'lowest ns', 'median ns'], rows)
