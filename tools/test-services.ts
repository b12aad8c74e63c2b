// `npm run test:services`: several servers of the reference app behind nginx, over PostgreSQL, MariaDB and Redis, and what
// happens when a server or a database fails. Needs nginx, and the databases on loopback at their usual ports.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { root, runNode } from './programs.ts'

const folder = path.join(root, 'test/services')
const files = [
  'many-servers.ts',
  'rolling-migration.ts',
  'crashes.ts',
  'restarts.ts',
  'full-stores.ts',
  'partitions.ts',
  'outages.ts',
  'gateway.ts',
  'init.ts',
]

export function run(args: readonly string[]): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith('-'))
  const named = args.filter((arg) => !arg.startsWith('-'))
  const chosen = (named.length > 0 ? named : files).filter((name) => readdirSync(folder).includes(name))
  return runNode([
    '--conditions=latchkey-source',
    '--test',
    '--test-concurrency=2',
    '--test-timeout=300000',
    ...flags,
    ...chosen.map((name) => path.join(folder, name)),
  ])
}
