// The Redis commands that the store uses, as the official client and its cluster client offer them. Each touches one key, so
// the keys may be on any node of a cluster. PXAT and GETDEL need Redis 6.2 or Valkey.

export interface RedisCommands {
  get(key: string): Promise<string | null>
  set(key: string, value: string, options: SetOptions): Promise<string | null>
  del(key: string): Promise<number>
  publish(channel: string, message: string): Promise<number>
  zRange(key: string, first: number, last: number): Promise<readonly string[]>
  zRem(key: string, members: readonly string[]): Promise<number>
  zScore(key: string, member: string): Promise<number | null>
  eval(script: string, given: { keys: string[]; arguments: string[] }): Promise<unknown>
}

export interface SetOptions {
  /** Set only if the key does not exist (NX), or only if it does (XX). */
  readonly condition?: 'NX' | 'XX'
  readonly expiration:
    | { readonly type: 'PX'; readonly value: number }
    | { readonly type: 'PXAT'; readonly value: number }
}

/** A client, a pool, a cluster or a sentinel of the official package `redis`. */
export interface RedisClient {
  connect(): Promise<unknown>
  close(): Promise<unknown>
  on(event: 'error', listener: (error: unknown) => void): unknown
  readonly isReady?: boolean
}
