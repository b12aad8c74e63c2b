// How a store reports to this process that sessions ended or users changed, so that they can be dropped from the cache.

/** A change that invalidates cached sessions. */
export type SessionChange =
  | { readonly kind: 'sessions'; readonly sessionIds: readonly string[] }
  /** The user's profile changed: it is part of each of their sessions. */
  | { readonly kind: 'user'; readonly userId: string }
  /** A change may have been missed: clear the cache. */
  | { readonly kind: 'everything' }

/** Reports which sessions ended in other processes, so that sessions may be cached. */
export interface SessionWatch {
  /**
   * Starts the watch. `changed` is called for every change made through this store, before that call returns, and for changes
   * of other processes as soon as they are known. `begin` may be called several times: each listener gets every change.
   */
  readonly begin: (changed: (change: SessionChange) => void) => void
  /**
   * Whether every change that other processes made until a second ago is known. If false, the store is read. Called at every
   * session check, so it must be cheap.
   */
  readonly isTrusted: () => boolean
}
