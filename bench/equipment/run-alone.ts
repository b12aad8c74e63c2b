// Runs a single benchmark rather than the whole.
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { pinning } from './child-process.ts'
import { type Laboratory, openLaboratory } from './laboratory.ts'
import { type Options, readOptions } from './options.ts'

/** Runs `measure` if this module is the program; does nothing if it was imported. */
export async function runAlone(
  module: ImportMeta,
  measure: (lab: Laboratory) => Promise<void>,
): Promise<void> {
  if (process.argv[1] !== fileURLToPath(module.url)) return
  const lab = await openLaboratory(readOptions(process.argv.slice(2)))
  console.log(describeRun(lab.options))
  try {
    await measure(lab)
  } finally {
    await lab.close()
  }
}

/** The machine and the options of the run. Figures of two runs are comparable only if these are the same. */
export function describeRun({ rounds }: Options): string {
  return [
    `${describeMachine()}; ${pinning}.`,
    `Medians of ${rounds} rounds in turns; in brackets the least and the most.`,
  ].join('\n')
}

export function describeMachine(): string {
  const [first] = cpus()
  const load = loadavg()[0]?.toFixed(1)
  return `Node ${process.version}, ${cpus().length} x ${first?.model.trim()}, load before ${load}`
}
