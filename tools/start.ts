// `npm start`: runs the reference app from its sources. It reads a `.env` file at the repository's root itself.
import { runNode } from './programs.ts'

export function run(args: readonly string[]): Promise<number> {
  return runNode(['--conditions=latchkey-source', 'examples/quickstart/server.ts', ...args])
}
