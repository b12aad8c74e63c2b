// The stores that Latchkey is measured with, each filled with sessions before any server starts: sealed cookies, an SQLite
// file, a PostgreSQL database of its own, and Redis in front of that. Database servers are used if they are reachable on this
// machine (or at TEST_POSTGRES_URL and TEST_REDIS_URL).
import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import type { Store } from '../../src/contracts/store.ts'
import { postgres } from '../../src/stores/postgres.ts'
import { redis } from '../../src/stores/redis.ts'
import { sqlite } from '../../src/stores/sqlite.ts'
import {
  ownPostgresDatabase,
  ownRedisKeys,
  postgresUrl,
  redisUrl,
  skipWithout,
} from '../../test/support/database-servers.ts'
import { mintSessions } from './mint-sessions.ts'

/** The address of a server's store. */
export interface StorePlace {
  readonly database?: string
  readonly redis?: { readonly url: string; readonly prefix: string }
}

export interface PreparedStore {
  /** The number of sessions. */
  readonly count: number
  /** A JSON file with the Cookie headers, in which PORT stands for the server's port. */
  readonly file: string
  /** The first of the Cookie headers. */
  readonly firstHeader: string
  /** The store for one server. Files are copied, so that the writes of one server do not slow another. */
  readonly place: () => Promise<StorePlace>
  readonly drop: () => Promise<void>
}

export interface PrepareOptions {
  readonly folder: string
  readonly secret: string
  readonly names: readonly string[]
  readonly isQuick: boolean
}

/** Prepares the available stores; prints which are not available. */
export async function prepareStores(options: PrepareOptions): Promise<ReadonlyMap<string, PreparedStore>> {
  const prepared = new Map<string, PreparedStore>()
  for (const name of options.names) {
    const reason = await missingServer(name)
    if (reason) console.log(`Without ${name}: ${reason}.`)
    else prepared.set(name, await prepare(name, options))
  }
  return prepared
}

async function missingServer(name: string): Promise<string | false> {
  if (name !== 'postgres' && name !== 'redis') return false
  return (await skipWithout(postgresUrl)) || (name === 'redis' && (await skipWithout(redisUrl)))
}

async function prepare(name: string, { folder, secret, isQuick }: PrepareOptions): Promise<PreparedStore> {
  const isNear = name === 'sealed' || name === 'sqlite'
  const count = isQuick ? 8_000 : isNear ? 40_000 : 16_000
  const { store, place, drop } = await openStore(name, folder)
  await store?.migrate()
  const file = path.join(folder, `${name}.json`)
  const firstHeader = await mintSessions({ secret, count, file, store })
  await store?.close()
  return { count, file, firstHeader, place, drop }
}

type OpenStore = Pick<PreparedStore, 'place' | 'drop'> & { readonly store: Store | undefined }

async function openStore(name: string, folder: string): Promise<OpenStore> {
  if (name === 'sealed') return { store: undefined, place: async () => ({}), drop: async () => {} }
  if (name === 'sqlite') return openSqlite(folder)
  const database = await ownPostgresDatabase()
  if (name === 'postgres') {
    const place = async () => ({ database: database.url })
    return { store: postgres(database.url), place, drop: database.drop }
  }
  const keys = await ownRedisKeys()
  const { url, prefix } = keys
  return {
    store: redis(url, { behind: postgres(database.url), prefix }),
    place: async () => ({ database: database.url, redis: { url, prefix } }),
    async drop() {
      await Promise.all([keys.drop(), database.drop()])
    },
  }
}

function openSqlite(folder: string): OpenStore {
  const original = path.join(folder, 'sessions.db')
  let copies = 0
  return {
    store: sqlite(original),
    async place() {
      const database = path.join(folder, `sessions-${copies++}.db`)
      await copyFile(original, database)
      return { database }
    },
    // The whole folder is removed at the end.
    drop: async () => {},
  }
}
