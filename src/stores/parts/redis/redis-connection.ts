// One connection to Redis or Valkey, opened on first use. While the server is unreachable, every use fails at once, so that
// no request hangs; the client reconnects by itself.
import { LatchkeyError } from '../../../errors.ts'
import { within } from '../../../outbound/within.ts'
import type { ChannelListener, OpenChannel } from '../heartbeat-watch.ts'
import { loadRedis } from './load-redis.ts'
import { openRedisChannel, type SubscribableClient } from './redis-channel.ts'
import type { RedisClient, RedisCommands } from './redis-commands.ts'

const CONNECT_MILLISECONDS = 5_000
const COMMAND_MILLISECONDS = 5_000
const LONGEST_RETRY_MILLISECONDS = 1_000

export class RedisConnection {
  readonly #url: string | null
  #client: Promise<RedisClient> | undefined

  constructor(urlOrClient: string | RedisClient) {
    this.#url = typeof urlOrClient === 'string' ? urlOrClient : null
    if (typeof urlOrClient !== 'string') this.#client = Promise.resolve(urlOrClient)
  }

  /** Throws `store_unavailable`. */
  async run<Result>(use: (commands: RedisCommands) => Promise<Result>): Promise<Result> {
    try {
      const client = await this.#open()
      // The client's types depend on the protocol version; these commands are the same in all.
      return await within(COMMAND_MILLISECONDS, use(client as unknown as RedisCommands))
    } catch (error) {
      throw translateRedisError(error)
    }
  }

  /** Opens a channel on a second connection. Throws if the client cannot be duplicated, such as a cluster's. */
  async openChannel(name: string, listener: ChannelListener): Promise<OpenChannel> {
    const client = (await this.#open()) as SubscribableClient
    return openRedisChannel(client, name, listener)
  }

  async close(): Promise<void> {
    const client = this.#client
    this.#client = Promise.reject(new LatchkeyError('store_unavailable', { detail: 'The store is closed.' }))
    this.#client.catch(() => {})
    const open = this.#url === null ? null : await client?.catch(() => null)
    if (open)
      await within(COMMAND_MILLISECONDS, open.close()).catch(() => (open as SubscribableClient).destroy())
  }

  #open(): Promise<RedisClient> {
    this.#client ??= openClient(this.#url ?? '').catch((error) => {
      this.#client = undefined
      throw error
    })
    return this.#client
  }
}

async function openClient(url: string): Promise<RedisClient> {
  const { createClient } = await loadRedis()
  const client = createClient({
    url,
    // A queued command would run after its caller has given up.
    disableOfflineQueue: true,
    // Detects a server that disappeared without closing the connection.
    pingInterval: COMMAND_MILLISECONDS,
    socket: {
      connectTimeout: CONNECT_MILLISECONDS,
      socketTimeout: 3 * COMMAND_MILLISECONDS,
      reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, LONGEST_RETRY_MILLISECONDS),
    },
  })
  const failed = new Promise<never>((_, reject) => client.on('error', reject))
  try {
    await Promise.race([client.connect(), failed])
    failed.catch(() => {})
    return client
  } catch (error) {
    client.destroy()
    throw error
  }
}

/** The one place that translates the client's errors into Latchkey's. */
function translateRedisError(error: unknown): LatchkeyError {
  if (error instanceof LatchkeyError) return error
  const code = error instanceof Error && 'code' in error ? error.code : null
  const reason = code ?? (error instanceof Error ? error.constructor.name : 'it failed')
  return new LatchkeyError('store_unavailable', { detail: `redis: ${reason}.`, cause: error })
}
