// How long a run takes and what it looks at. Every benchmark understands the same words.
import { parseArgs } from 'node:util'

export interface Options {
  /** Fewer and shorter rounds: a look within a minute, with more spread. */
  readonly isQuick: boolean
  /** Latchkey from `src/` instead of the build. */
  readonly isSource: boolean
  /** Only contestants whose name or host contains this. */
  readonly only: string | null
  readonly rounds: number
  readonly sliceMilliseconds: number
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
      node: { type: 'string', multiple: true, default: [] },
    },
  })
  return {
    isQuick: values.quick,
    isSource: values.source,
    only: values.only ?? null,
    rounds: Number(values.rounds ?? (values.quick ? 3 : 7)),
    sliceMilliseconds: values.quick ? 200 : 300,
    warmUpMilliseconds: values.quick ? 500 : 1_200,
    nodeArguments: values.node,
  }
}
