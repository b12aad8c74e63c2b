// The stores that several servers can share, and a database of its own in each for one run.
import { randomInt } from 'node:crypto'
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

/** Redis numbers its databases; the tests use those above 8, and leave them empty. */
async function ownRedisDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const url = `${redisUrl}/${randomInt(9, 16)}`
  const drop = async (): Promise<void> => {
    const client = await createClient({ url }).connect()
    await client.flushDb()
    await client.close()
  }
  return { url, drop }
}
