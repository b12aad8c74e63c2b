// How long a run takes and what it looks at. Every benchmark understands the same words.
import { parseArgs } from 'node:util'

export interface Options {
  /** Fewer and shorter rounds: a look within a minute, with more spread. */
  readonly isQuick: boolean
  /** Latchkey from `src/` instead of the build. */
  readonly isSource: boolean
  /** Only contestants whose host and name, as the tables print them, contain this. */
  readonly only: string | null
  /** Where Latchkey keeps sessions, each a contestant. */
  readonly stores: readonly string[]
  readonly rounds: number
  /** Of each contestant, one after the other, in session checks; they share the rounds. */
  readonly processes: number
  readonly sliceMilliseconds: number
  /** Until the code is compiled; later scenarios of the same server take a third of it. */
  readonly warmUpMilliseconds: number
  /** For the servers under measurement, such as `--cpu-prof`. */
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
