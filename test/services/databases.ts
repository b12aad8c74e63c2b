// The stores that several servers can share, each with its own database for one run.
import { createClient } from 'redis'
import {
  type OwnDatabase,
  ownMysqlDatabase,
  ownPostgresDatabase,
  redisUrl,
} from '../support/database-servers.ts'

export interface SharedStore {
  readonly database: string
  readonly redis: string | undefined
  readonly drop: () => Promise<void>
}

export interface SharedKind {
  readonly name: string
  readonly engine: 'postgres' | 'mysql'
  readonly hasRedis: boolean
  readonly open: () => Promise<SharedStore>
}

const alone: readonly Omit<SharedKind, 'hasRedis'>[] = [
  { name: 'PostgreSQL', engine: 'postgres', open: () => openShared(ownPostgresDatabase) },
  { name: 'MariaDB', engine: 'mysql', open: () => openShared(ownMysqlDatabase) },
]

export const sharedKinds: readonly SharedKind[] = alone.flatMap(({ name, engine, open }) => [
  { name: `${name} and Redis`, engine, hasRedis: true, open: async () => withRedis(await open()) },
  { name: `${name} alone`, engine, hasRedis: false, open },
])

async function openShared(own: () => Promise<OwnDatabase>): Promise<SharedStore> {
  const { url, drop } = await own()
  return { database: url, redis: undefined, drop }
}

async function withRedis({ database, drop }: SharedStore): Promise<SharedStore> {
  const redis = await ownRedisDatabase()
  return { database, redis: redis.url, drop: () => redis.drop().finally(drop) }
}

/** Longer than a run takes, so that a killed run's database is free again afterwards. */
const TAKEN_SECONDS = 900

/** Redis numbers its databases; the tests use those above 8, each for one run at a time, and leave them empty. */
async function ownRedisDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  for (let number = 9; number < 16; number++) {
    const url = `${redisUrl}/${number}`
    const client = await createClient({ url }).connect()
    const isOurs = await client.set('test-services-run', '1', { NX: true, EX: TAKEN_SECONDS })
    await client.close()
    if (isOurs) return { url, drop: () => empty(url) }
  }
  throw new Error('all databases of this Redis are taken by other runs')
}

async function empty(url: string): Promise<void> {
  const client = await createClient({ url }).connect()
  await client.flushDb()
  await client.close()
}
