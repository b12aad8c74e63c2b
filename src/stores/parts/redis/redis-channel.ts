// Publish and subscribe (https://redis.io/docs/latest/develop/pubsub/): messages arrive in order per sender and node. A client
// that is disconnected misses them, which the heartbeat of the watch detects.
import type { ChannelListener, OpenChannel } from '../heartbeat-watch.ts'
import type { RedisClient, RedisCommands } from './redis-commands.ts'

/** A client that can be duplicated, since a subscribed connection can run no other commands. */
export interface SubscribableClient extends RedisClient {
  duplicate(): SubscribableClient
  subscribe(channel: string, listener: (message: string) => void): Promise<unknown>
  on(event: 'error' | 'end' | 'reconnecting', listener: (error: unknown) => void): unknown
  destroy(): void
}

export function redisChannelOf(prefix: string): string {
  return `${prefix}session-changes`
}

export async function openRedisChannel(
  client: SubscribableClient,
  channel: string,
  { heard, lost }: ChannelListener,
): Promise<OpenChannel> {
  const subscriber = client.duplicate()
  let isOpen = true
  const close = (): void => {
    if (isOpen) subscriber.destroy()
    isOpen = false
  }
  // The client would reconnect by itself but miss messages. The watch must know, and opens another subscriber.
  const isLost = (): void => {
    if (isOpen) lost()
  }
  subscriber.on('error', isLost)
  subscriber.on('end', isLost)
  subscriber.on('reconnecting', isLost)
  try {
    await subscriber.connect()
    await subscriber.subscribe(channel, heard)
  } catch (error) {
    close()
    throw error
  }
  return {
    async send(message) {
      await (client as unknown as RedisCommands).publish(channel, message)
    },
    async close() {
      close()
    },
  }
}
