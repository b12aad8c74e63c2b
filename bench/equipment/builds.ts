// Measures this checkout and another one alternately in one run, so that disturbances on the machine affect both.
import { execFile } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { run as build } from '../../tools/build.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Builds {
  /** Runs a program of this folder for each build in turn, each in its own process. Returns the printed JSON, by the build's name. */
  readonly inTurn: <Figure>(
    program: string,
    ...args: readonly string[]
  ) => Promise<ReadonlyMap<string, readonly Figure[]>>
}

/** Reads `--against` and `--rounds`, and builds this checkout. */
export async function readBuilds(defaults: { readonly rounds: number }): Promise<Builds> {
  const { values } = parseArgs({ options: { against: { type: 'string' }, rounds: { type: 'string' } } })
  const rounds = Number(values.rounds ?? defaults.rounds)
  const folders = new Map(values.against ? [['the other one', path.resolve(values.against)]] : [])
  folders.set('this checkout', root)
  if ((await build()) !== 0) throw new Error('The build failed.')

  return {
    async inTurn<Figure>(program: string, ...args: readonly string[]) {
      const results = new Map<string, Figure[]>([...folders.keys()].map((name) => [name, []]))
      for (let round = 0; round < rounds; round++) {
        for (const [name, folder] of folders)
          results.get(name)?.push(await measure<Figure>(program, folder, args))
      }
      return results
    },
  }
}

/** Starts a process for each figure, since V8's early decisions in a process last until it ends. */
async function measure<Figure>(program: string, folder: string, args: readonly string[]): Promise<Figure> {
  const file = fileURLToPath(new URL(program, import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [file, path.join(folder, 'dist'), ...args])
  return JSON.parse(stdout)
}
