// The stores that several servers can share, and a database of its own in each for one run.
import { createClient } from 'redis'
import { ownPostgresDatabase, redisUrl } from '../support/database-servers.ts'

export interface SharedStore {
  readonly database: string
  readonly redis: string | undefined
  readonly drop: () => Promise<void>
}

export interface SharedKind {
  readonly name: string
  readonly open: () => Promise<SharedStore>
}

export const sharedKinds: readonly SharedKind[] = [
  {
    name: 'PostgreSQL and Redis',
    async open() {
      const [postgres, redis] = await Promise.all([ownPostgresDatabase(), ownRedisDatabase()])
      const drop = async (): Promise<void> => {
        await redis.drop()
        await postgres.drop()
      }
      return { database: postgres.url, redis: redis.url, drop }
    },
  },
  {
    name: 'PostgreSQL alone',
    async open() {
      const { url, drop } = await ownPostgresDatabase()
      return { database: url, redis: undefined, drop }
    },
  },
]

/** Longer than a run takes: what a killed run took is free again then. */
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
