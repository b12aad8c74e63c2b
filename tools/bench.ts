// `npm run bench`: lists the benchmarks; `npm run bench -- session-check` runs one.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { root, runNode } from './programs.ts'

export async function run(args: readonly string[]): Promise<number> {
  const benchmarks = (await readdir(path.join(root, 'bench')))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
  const [name, ...rest] = args
  if (name === undefined) {
    console.log('Run one with: npm run bench -- NAME')
    for (const benchmark of benchmarks) console.log(`  ${benchmark}`)
    return 0
  }
  if (!benchmarks.includes(name)) {
    console.error(`There is no benchmark ${name}. There are: ${benchmarks.join(', ')}`)
    return 1
  }
  return runNode(['--conditions=latchkey-source', `bench/${name}.ts`, ...rest])
}
