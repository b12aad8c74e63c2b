// How a store tells this process that sessions ended or users changed, so that what is remembered of them can go.

/** What may no longer be served from memory. */
export type SessionChange =
  | { readonly kind: 'sessions'; readonly sessionIds: readonly string[] }
  /** The user's profile changed: it is part of each of their sessions. */
  | { readonly kind: 'user'; readonly userId: string }
  /** Something may have been missed: forget all. */
  | { readonly kind: 'everything' }

/** Tells which sessions ended in other processes, so that a session check may be answered from memory. */
export interface SessionWatch {
  /**
   * `changed` is called for every change made through this store, before the call that made it answers, and for those
   * of other processes as soon as they are known. It may be called several times: each listener gets everything.
   */
  readonly begin: (changed: (change: SessionChange) => void) => void
  /**
   * Whether everything that ended elsewhere until a second ago is known. False: read the store. Asked at every check, so
   * it must cost next to nothing.
   */
  readonly isTrusted: () => boolean
}
