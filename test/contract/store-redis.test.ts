// The contract of a store, over Redis in front of another store.
import { memory } from '../../src/stores/memory.ts'
import { redis } from '../../src/stores/redis.ts'
import { sqlite } from '../../src/stores/sqlite.ts'
import { ownRedisKeys, redisUrl, skipWithout } from '../support/database-servers.ts'
import { describeStore } from './store.ts'

const skip = await skipWithout(redisUrl)

for (const behind of [memory, () => sqlite(':memory:')]) {
  describeStore(
    `redis in front of ${behind().name}`,
    async () => {
      const { url, prefix, drop } = await ownRedisKeys()
      return { store: redis(url, { behind: behind(), prefix }), remove: drop }
    },
    { skip },
  )
}
