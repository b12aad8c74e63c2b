// The contract of a store, over Redis in front of another one.
import { randomBytes } from 'node:crypto'
import { createClient } from 'redis'
import { memory } from '../../src/stores/memory.ts'
import { redis } from '../../src/stores/redis.ts'
import { sqlite } from '../../src/stores/sqlite.ts'
import { redisUrl, skipWithout } from '../support/database-servers.ts'
import { describeStore } from './store.ts'

const skip = await skipWithout(redisUrl)

for (const behind of [memory, () => sqlite(':memory:')]) {
  describeStore(
    `redis in front of ${behind().name}`,
    async () => {
      const prefix = `latchkey-test-${randomBytes(6).toString('hex')}:`
      return {
        store: redis(redisUrl, { behind: behind(), prefix }),
        remove: () => removeKeys(prefix),
      }
    },
    { skip },
  )
}

async function removeKeys(prefix: string): Promise<void> {
  const client = await createClient({ url: redisUrl }).connect()
  for await (const keys of client.scanIterator({ MATCH: `${prefix}*`, COUNT: 1_000 })) {
    if (keys.length > 0) await client.del(keys)
  }
  await client.close()
}
