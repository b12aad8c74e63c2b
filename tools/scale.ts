// `npm run scale`: whether cost grows with the number of people. `npm run scale -- --users=100000 --starts=100000` is a
// smaller one. Needs PostgreSQL on this machine, about 6 GB of disk, and some minutes.
import { runNode } from './programs.ts'

export function run(args: readonly string[]): Promise<number> {
  return runNode(['--conditions=latchkey-source', '--expose-gc', 'bench/scale/run.ts', ...args])
}
