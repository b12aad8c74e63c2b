// The parts of a request that a guard needs to refuse it.

/** The head of a request, on any host. */
export interface RequestHead {
  readonly method: string
  /** Path and query, as the browser sent them. */
  readonly target: string
  readonly headers: Pick<Headers, 'get'>
}
