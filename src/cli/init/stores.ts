// The stores that `latchkey init` offers: the parts for the code, for .env and for package.json.
import type { Files } from './changes.ts'
import { versionsOf } from './package-versions.ts'

export interface StoreChoice {
  /** The value of `--store`. */
  readonly id: string
  readonly name: string
  readonly imports: readonly string[]
  /** The code of the option `store`; null for no store. */
  readonly code: string | null
  /** Lines of .env. */
  readonly variables: readonly string[]
  readonly dependencies: Readonly<Record<string, string>>
  readonly ignored: readonly string[]
  /** Files that create its tables, if the host's own tool does that. */
  readonly files?: (() => Promise<Files>) | undefined
}

export const stores: readonly StoreChoice[] = [
  {
    id: 'sqlite',
    name: 'SQLite, a file beside the application',
    imports: ["import { sqlite } from 'latchkey/stores/sqlite'"],
    code: "sqlite('data/app.db')",
    variables: ['DATABASE_URL=sqlite:data/app.db'],
    dependencies: {},
    ignored: ['data/'],
  },
  {
    id: 'postgres',
    name: 'PostgreSQL',
    imports: ["import { postgres } from 'latchkey/stores/postgres'"],
    code: "postgres(process.env.DATABASE_URL ?? 'postgres://localhost/app')",
    variables: ['DATABASE_URL=postgres://localhost/app'],
    dependencies: versionsOf('pg'),
    ignored: [],
  },
  {
    id: 'mysql',
    name: 'MySQL or MariaDB',
    imports: ["import { mysql } from 'latchkey/stores/mysql'"],
    code: "mysql(process.env.DATABASE_URL ?? 'mysql://root@localhost/app')",
    variables: ['DATABASE_URL=mysql://root@localhost/app'],
    dependencies: versionsOf('mysql2'),
    ignored: [],
  },
  {
    id: 'memory',
    name: 'memory, for trying out: everybody is forgotten at each start',
    imports: ["import { memory } from 'latchkey/stores/memory'"],
    code: 'memory()',
    variables: ['DATABASE_URL=memory:'],
    dependencies: {},
    ignored: [],
  },
  {
    id: 'none',
    name: 'none: sessions live in sealed cookies, and there are no users to list',
    imports: [],
    code: null,
    variables: [],
    dependencies: {},
    ignored: [],
  },
]
