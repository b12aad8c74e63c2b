// `npm run bench`: the whole benchmark; `npm run bench -- session-check` runs one part. Options such as `--quick` are passed
// on.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { root, runNode } from './programs.ts'

export async function run(args: readonly string[]): Promise<number> {
  const benchmarks = (await readdir(path.join(root, 'bench')))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
  const [first] = args
  const isNamed = first !== undefined && !first.startsWith('-')
  const name = isNamed ? first : 'run'
  if (!benchmarks.includes(name)) {
    console.error(`There is no benchmark ${name}. There are: ${benchmarks.join(', ')}`)
    return 1
  }
  return runNode(['--conditions=latchkey-source', `bench/${name}.ts`, ...(isNamed ? args.slice(1) : args)])
}
