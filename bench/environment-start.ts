// The time to load a build and to check the options of five providers: `npm run bench -- environment-start`.
// `--against=FOLDER` measures another checkout alternately in the same run. FOLDER is its root, with node_modules and a build.
import { readBuilds } from './equipment/builds.ts'
import { printTable } from './equipment/print-table.ts'
import { summarize } from './equipment/statistics.ts'

const builds = await readBuilds({ rounds: 15 })
const results = await builds.inTurn<[number, number]>('environment-start-process.mjs')
printTable(
  'optionsFromEnvironment with five providers',
  ['build', 'lowest ms', 'median ms', 'lowest CPU ms', 'median CPU ms'],
  [...results].map(([name, measured]) => [
    name,
    ...[0, 1].flatMap((figure) => {
      const { least, median } = summarize(measured.map((one) => one[figure] ?? 0))
      return [least.toFixed(1), median.toFixed(1)]
    }),
  ]),
)
