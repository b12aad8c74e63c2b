// The address of the connection, for hosts that pass a `Request`: some servers keep Node's own request beside it. It is never read
// from a header, because any client can send one.

interface NodeRequest {
  readonly socket?: { readonly remoteAddress?: string | undefined } | undefined
}

/** Null if it is unknown. `host` is what the server passes beside the request. */
export function peerAddress(request: Request, host: readonly unknown[] = []): string | null {
  // srvx, which serves TanStack Start, Elysia on Node and others.
  const { runtime } = request as { readonly runtime?: { readonly node?: { readonly req?: NodeRequest } } }
  const requests = [runtime?.node?.req, ...host.map(incomingOf)]
  return requests.map((each) => each?.socket?.remoteAddress).find(Boolean) ?? null
}

/** The bindings of `@hono/node-server`. */
function incomingOf(value: unknown): NodeRequest | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { incoming } = value as { readonly incoming?: NodeRequest }
  return incoming
}
