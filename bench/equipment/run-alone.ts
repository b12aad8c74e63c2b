// A benchmark that is started by itself, rather than composed into the whole.
import { fileURLToPath } from 'node:url'
import { pinning } from './child-process.ts'
import { type Laboratory, openLaboratory } from './laboratory.ts'
import { readOptions } from './options.ts'

/** Runs `measure` when this module is the program; does nothing when it was imported. */
export async function runAlone(
  module: ImportMeta,
  measure: (lab: Laboratory) => Promise<void>,
): Promise<void> {
  if (process.argv[1] !== fileURLToPath(module.url)) return
  const lab = await openLaboratory(readOptions(process.argv.slice(2)))
  console.log(`Node ${process.version}; ${pinning}. Medians, with the least and the most of all rounds.`)
  try {
    await measure(lab)
  } finally {
    await lab.close()
  }
}
