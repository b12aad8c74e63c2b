// The application's own database handle: the store works on what Drizzle, Kysely, Prisma and their drivers have opened, and
// opens nothing in addition. Part of `npm run test:frameworks`.
import assert from 'node:assert/strict'
import { mkdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { Store } from '../../src/contracts/store.ts'
import { kysely } from '../../src/stores/kysely.ts'
import { libsql } from '../../src/stores/libsql.ts'
import { mysql } from '../../src/stores/mysql.ts'
import { postgres } from '../../src/stores/postgres.ts'
import { type PrismaOptions, prisma } from '../../src/stores/prisma.ts'
import { sqlite } from '../../src/stores/sqlite.ts'
import type { StoreUnderTest } from '../../src/testing/contract/store-contract.ts'
import { describeStore } from '../contract/store.ts'
import { ownMysqlDatabase, ownPostgresDatabase } from '../support/database-servers.ts'
import { generatePrismaClient } from '../support/prisma-generate.ts'

const folder = path.join(import.meta.dirname, 'orms')
const chosen = (process.env.LATCHKEY_FRAMEWORKS ?? 'orms').split(',').includes('orms')
const skip = chosen ? false : 'test/frameworks/orms is not chosen'
const { resolve } = createRequire(path.join(folder, 'package.json'))
// biome-ignore lint/suspicious/noExplicitAny: installed only in that folder, so this repository has no types for them.
const load = (name: string): Promise<any> => import(pathToFileURL(resolve(name)).href)

const generated = path.join(folder, '.generated')
const providers: readonly PrismaOptions['provider'][] = ['postgresql', 'mysql', 'sqlite']

before(async () => {
  if (!chosen) return
  await mkdir(generated, { recursive: true })
  const models = 'model Note {\n  id String @id\n}'
  for (const provider of providers) await generatePrismaClient({ folder, into: generated, provider, models })
})
after(() => rm(generated, { recursive: true, force: true }))

describeStore(
  'sqlite on a handle of better-sqlite3',
  async () => {
    const handle = await betterSqlite3()
    return {
      store: sqlite(handle),
      remove() {
        assert.ok(handle.open, 'it stays open when the store is closed')
        handle.close()
      },
    }
  },
  { skip },
)

describeStore(
  'kysely on better-sqlite3',
  async () => {
    const { Kysely, SqliteDialect } = await load('kysely')
    const db = new Kysely({ dialect: new SqliteDialect({ database: await betterSqlite3() }) })
    return { store: kysely(db, { dialect: 'sqlite' }), remove: () => db.destroy() }
  },
  { skip },
)

for (const provider of providers) {
  describeStore(`prisma on ${provider}`, () => prismaStore(provider), { skip })
}

describe('what Drizzle holds carries the store', { skip }, () => {
  interface Kind {
    readonly name: string
    /** Opens the application's `db`, and the store on top of its handle. */
    readonly open: () => Promise<{ readonly store: Store; readonly remove: () => Promise<void> }>
  }
  const kinds: readonly Kind[] = [
    {
      name: 'node-postgres',
      async open() {
        const { url, drop } = await ownPostgresDatabase()
        const { drizzle } = await load('drizzle-orm/node-postgres')
        const db = drizzle(url)
        // Dropping a database ends its connections.
        db.$client.on('error', () => undefined)
        const remove = async () => {
          await db.$client.end()
          await drop()
        }
        return { store: postgres(db.$client), remove }
      },
    },
    {
      name: 'mysql2',
      async open() {
        const { url, drop } = await ownMysqlDatabase()
        const { drizzle } = await load('drizzle-orm/mysql2')
        const db = drizzle(url)
        const remove = async () => {
          await db.$client.promise().end()
          await drop()
        }
        return { store: mysql(db.$client), remove }
      },
    },
    {
      name: 'mysql2/promise',
      async open() {
        const { url, drop } = await ownMysqlDatabase()
        const { drizzle } = await load('drizzle-orm/mysql2')
        const pool = (await load('mysql2/promise')).createPool(url)
        const db = drizzle(pool)
        const remove = async () => {
          await pool.end()
          await drop()
        }
        return { store: mysql(db.$client), remove }
      },
    },
    {
      name: 'better-sqlite3',
      async open() {
        const { drizzle } = await load('drizzle-orm/better-sqlite3')
        const db = drizzle(await betterSqlite3())
        return { store: sqlite(db.$client), remove: async () => db.$client.close() }
      },
    },
    {
      name: 'libsql',
      async open() {
        const { drizzle } = await load('drizzle-orm/libsql')
        const db = drizzle('file::memory:')
        return { store: libsql(db.$client), remove: async () => db.$client.close() }
      },
    },
  ]
  for (const { name, open } of kinds) {
    describeStore(name, open, { skip, facets: ['marks'] })
  }
})

test('a single connection, which requests cannot share, is refused by name', { skip }, async () => {
  const pg = await load('pg')
  const refused = (message: RegExp) => ({ code: 'config_option_invalid', message })
  assert.throws(() => postgres(new pg.default.Client()), refused(/a Pool of pg/))
  assert.throws(() => postgres({} as never), refused(/a Pool of pg/))
  assert.throws(() => mysql({} as never), refused(/a pool of mysql2/))
  assert.throws(() => prisma({} as never, { provider: 'sqlite' }), refused(/takes a Prisma client/))
  const client = await prismaClient('sqlite', '')
  assert.throws(() => prisma(client, { provider: 'oracle' as never }), refused(/"sqlite"; found "oracle"/))
  assert.throws(() => prisma(client, { provider: 'sqlite', schema: 'app' }), refused(/PostgreSQL only/))
})

async function betterSqlite3() {
  const { default: Database } = await load('better-sqlite3')
  return new Database(':memory:')
}

/** Dropping a database ends its connections. */
const whenDropped = { onPoolError: () => undefined, onConnectionError: () => undefined }

async function prismaStore(provider: PrismaOptions['provider']): Promise<StoreUnderTest> {
  const { url, drop } = await databaseFor(provider)
  const client = await prismaClient(provider, url)
  const store = prisma(client, { provider })
  const remove = async (): Promise<void> => {
    await client.$disconnect()
    await drop()
  }
  if (provider !== 'mysql') return { store, remove }
  // On MySQL, another tool creates the tables.
  const { migrate, pendingMigrations, close } = mysql(url)
  return {
    store: { ...store, migrate, pendingMigrations },
    async remove() {
      await close()
      await remove()
    },
  }
}

async function databaseFor(provider: PrismaOptions['provider']) {
  if (provider === 'postgresql') return ownPostgresDatabase()
  if (provider === 'mysql') return ownMysqlDatabase()
  return { url: ':memory:', drop: async () => {} }
}

async function prismaClient(provider: PrismaOptions['provider'], url: string) {
  const { PrismaClient } = await import(pathToFileURL(path.join(generated, provider, 'client.ts')).href)
  const adapters = {
    postgresql: async () =>
      new (await load('@prisma/adapter-pg')).PrismaPg({ connectionString: url }, whenDropped),
    mysql: async () => new (await load('@prisma/adapter-mariadb')).PrismaMariaDb(url),
    sqlite: async () => new (await load('@prisma/adapter-better-sqlite3')).PrismaBetterSqlite3({ url }),
  }
  return new PrismaClient({ adapter: await adapters[provider]() })
}
