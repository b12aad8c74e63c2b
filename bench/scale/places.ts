// The databases of a run: one for each engine and size, filled once. They are dropped at the end, also if the run is killed;
// with `--keep` they stay, and the next run reuses them.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { PostgresEngine } from '../../src/stores/parts/postgres/postgres-engine.ts'
import type { SqlDatabase } from '../../src/stores/parts/sql/database.ts'
import { NetworkDatabase } from '../../src/stores/parts/sql/network-database.ts'
import { sqlStore } from '../../src/stores/parts/sql/sql-store.ts'
import { SqliteDatabase } from '../../src/stores/parts/sqlite/sqlite-database.ts'
import { sqliteSource } from '../../src/stores/parts/sqlite/sqlite-source.ts'
import { alsoWhenKilled } from '../../test/support/also-when-killed.ts'
import { postgresUrl } from '../../test/support/database-servers.ts'
import { startProvider, type TestProvider } from '../../test/support/provider.ts'
import type { Crowd } from './crowd.ts'
import { fillPostgres, fillSqlite } from './fill.ts'

export type EngineName = 'PostgreSQL' | 'SQLite'

export interface Place {
  readonly engine: EngineName
  readonly crowd: Crowd
  /** A URL or a file path. */
  readonly where: string
  readonly open: () => SqlDatabase
  readonly bytes: () => Promise<number>
}

export interface Places {
  readonly provider: TestProvider
  /** Returns a filled database; fills it unless an earlier run kept it. */
  readonly take: (engine: EngineName, size: Pick<Crowd, 'users' | 'sessions'>) => Promise<Place>
  readonly close: () => Promise<void>
}

interface Kept {
  readonly engine: EngineName
  readonly crowd: Crowd
  readonly where: string
}

interface Shelf {
  /** Accounts contain their issuer, so the provider has to use the same port again. */
  readonly providerPort: number
  readonly kept: readonly Kept[]
}

const folder = join(tmpdir(), 'latchkey-scale')
const list = join(folder, 'kept.json')

export async function openPlaces(keep: boolean): Promise<Places> {
  const shelf: Shelf | null = existsSync(list) ? JSON.parse(await readFile(list, 'utf8')) : null
  await mkdir(folder, { recursive: true })
  const provider = await startProvider({ port: shelf?.providerPort ?? 0 })
  const known = [...(shelf?.kept ?? [])]
  const begun: Kept[] = []
  const clear = alsoWhenKilled(async () => {
    // A database that was not filled completely is of no use to the next run.
    const gone = keep ? begun.filter((each) => !known.includes(each)) : [...new Set([...known, ...begun])]
    for (const each of gone) await engines[each.engine].drop(each.where)
    if (!keep) return rm(folder, { recursive: true })
    const providerPort = Number(new URL(provider.origin).port)
    await writeFile(list, JSON.stringify({ providerPort, kept: known } satisfies Shelf))
  })
  return {
    provider,
    async take(name, { users, sessions }) {
      const engine = engines[name]
      const isIt = ({ engine, crowd }: Kept): boolean =>
        engine === name && crowd.users === users && crowd.sessions === sessions
      const old = known.find(isIt)
      if (old) return placeOf(old)
      const crowd = { users, sessions, issuer: provider.issuer, filledAt: Date.now() }
      const begunAt = performance.now()
      const where = engine.name(randomBytes(6).toString('hex'))
      const made = { engine: name, crowd, where }
      begun.push(made)
      await engine.create(where)
      await migrate(engine.open(where))
      await engine.fill(where, crowd)
      known.push(made)
      console.log(`${name}: ${users} users filled in ${((performance.now() - begunAt) / 1000).toFixed(0)} s`)
      return placeOf(made)
    },
    async close() {
      await clear()
      await provider.stop()
    },
  }
}

function placeOf({ engine, crowd, where }: Kept): Place {
  const { open, bytes } = engines[engine]
  return { engine, crowd, where, open: () => open(where), bytes: () => bytes(where) }
}

async function migrate(database: SqlDatabase): Promise<void> {
  const store = sqlStore(database)
  await store.migrate()
  await store.close()
}

interface Engine {
  /** The place of a database, given a unique name of letters and digits. */
  readonly name: (own: string) => string
  readonly create: (where: string) => Promise<unknown>
  readonly open: (where: string) => SqlDatabase
  readonly fill: (where: string, crowd: Crowd) => Promise<void>
  readonly bytes: (where: string) => Promise<number>
  readonly drop: (where: string) => Promise<unknown>
}

const engines: Readonly<Record<EngineName, Engine>> = {
  PostgreSQL: {
    name: (own) => Object.assign(new URL(postgresUrl), { pathname: `/latchkey_scale_${own}` }).href,
    create: (url) => commandPostgres(`create database ${databaseIn(url)}`),
    open: (url) => new NetworkDatabase(new PostgresEngine(url, { notify: false })),
    fill: fillPostgres,
    async bytes(url) {
      const [row] = await commandPostgres(`select pg_database_size('${databaseIn(url)}') as bytes`)
      return Number(row?.bytes)
    },
    drop: (url) => commandPostgres(`drop database if exists ${databaseIn(url)} with (force)`),
  },
  SQLite: {
    name: (own) => join(folder, `${own}.db`),
    create: async () => {},
    open: (file) => new SqliteDatabase(sqliteSource(file, 'node')),
    fill: fillSqlite,
    bytes: async (file) => (await stat(file)).size,
    drop: removeSqlite,
  },
}

const databaseIn = (url: string): string => new URL(url).pathname.slice(1)

async function commandPostgres(sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(postgresUrl)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function removeSqlite(file: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) await rm(`${file}${ending}`, { force: true })
}
