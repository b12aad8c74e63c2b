// `npm run scale`: measures whether costs grow with the number of users. `npm run scale -- --users=100000 --starts=100000` is a
// smaller run. Needs PostgreSQL on this machine, about 6 GB of disk space, and some minutes.
import { runNode } from './programs.ts'

export function run(args: readonly string[]): Promise<number> {
  return runNode(['--conditions=latchkey-source', '--expose-gc', 'bench/scale/run.ts', ...args])
}
