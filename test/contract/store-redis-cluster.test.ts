// The contract of a store, over a Redis cluster: no command may touch keys of two slots.
import { createCluster } from 'redis'
import { memory } from '../../src/stores/memory.ts'
import { redis } from '../../src/stores/redis.ts'
import { startRedisCluster } from '../support/redis-cluster.ts'
import { describeStore } from './store.ts'

const cluster = await startRedisCluster()

describeStore(
  'a redis cluster in front of memory',
  async () => {
    if (!cluster) throw new Error('redis-server is not installed')
    const client = createCluster({ rootNodes: [{ url: cluster.url }] })
    client.on('error', () => {})
    await client.connect()
    const remove = async (): Promise<void> => {
      await client.close()
      await cluster.stop()
    }
    return { store: redis(client, { behind: memory() }), remove }
  },
  { skip: cluster === null && process.env.CI !== 'true' ? 'redis-server is not installed' : false },
)
