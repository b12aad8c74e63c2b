// What a session check costs by itself, in nanoseconds of CPU time: `npm run bench -- check-cost`.
// `--against=FOLDER` measures another checkout in the same run, in turns: FOLDER is its root, with node_modules and a build.
import { readBuilds } from './equipment/builds.ts'
import { printTable } from './equipment/print-table.ts'

const builds = await readBuilds({ rounds: 5 })
const rows: string[][] = []
for (const scenario of ['sealed', 'stored', 'bearer', 'anonymous']) {
  for (const [name, costs] of await builds.inTurn<number | null>('check-cost-process.mjs', scenario)) {
    // A build from before there was such a session has nothing to show.
    const sorted = costs.filter((cost) => cost !== null).toSorted((a, b) => a - b)
    if (sorted.length === 0) continue
    const [lowest = 0, middle = 0] = [sorted[0], sorted[Math.floor(sorted.length / 2)]]
    rows.push([scenario, name, lowest.toFixed(0), middle.toFixed(0)])
  }
}
printTable('A warm session check, by itself', ['session', 'build', 'lowest ns', 'median ns'], rows)
