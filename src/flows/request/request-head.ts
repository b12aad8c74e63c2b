// What a guard knows of the request that it refuses.

/** The head of a request, as any host has it. */
export interface RequestHead {
  readonly method: string
  /** Path and query, as the browser sent them. */
  readonly target: string
  readonly headers: Pick<Headers, 'get'>
}
