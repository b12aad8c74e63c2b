// How long a run takes and what it measures. Every benchmark takes the same options.
import { parseArgs } from 'node:util'

export interface Options {
  /** Fewer and shorter rounds: a first impression within a minute, with more spread. */
  readonly isQuick: boolean
  /** Uses Latchkey from `src/` instead of the build. */
  readonly isSource: boolean
  /** Only contestants whose host and name, as printed in the tables, contain this. */
  readonly only: string | null
  /** The stores to measure Latchkey with; each makes a contestant. */
  readonly stores: readonly string[]
  readonly rounds: number
  /** For session checks: the number of processes of each contestant, one after the other; they share the rounds. */
  readonly processes: number
  readonly sliceMilliseconds: number
  /** Time until the code is compiled; later scenarios of the same server take a third of it. */
  readonly warmUpMilliseconds: number
  /** Node's flags for the measured servers, such as `--cpu-prof`. */
  readonly nodeArguments: readonly string[]
}

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      source: { type: 'boolean', default: false },
      only: { type: 'string' },
      rounds: { type: 'string' },
      processes: { type: 'string' },
      stores: { type: 'string', default: 'sealed,sqlite' },
      node: { type: 'string', multiple: true, default: [] },
    },
  })
  return {
    isQuick: values.quick,
    isSource: values.source,
    only: values.only ?? null,
    stores: values.stores.split(','),
    rounds: Number(values.rounds ?? (values.quick ? 2 : 9)),
    processes: Number(values.processes ?? (values.quick ? 1 : 3)),
    sliceMilliseconds: values.quick ? 100 : 200,
    warmUpMilliseconds: values.quick ? 200 : 1_500,
    nodeArguments: values.node,
  }
}
