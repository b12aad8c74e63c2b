// The application behind the gateway, and the connections to it.
import { type ClientRequest, Agent as HttpAgent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

/** Where the application is, and how long it may take. */
export interface UpstreamPlace {
  readonly url: URL
  /** The path of a Unix socket; null for TCP. */
  readonly socketPath: string | null
  /** The `Host` for the application. Null: the one that the browser sent. */
  readonly host: string | null
  /** How long both sides may be silent before the request is aborted. */
  readonly timeoutMilliseconds: number
  /** The address for messages. */
  readonly shown: string
}

export interface UpstreamRequest {
  readonly method: string
  readonly target: string
  /** Name, value, name, value, as they are sent. */
  readonly headers: readonly string[]
  /** A reused connection may be closing at this moment, so only requests that can be repeated use one. */
  readonly mayReuseConnection: boolean
}

export interface Upstream {
  readonly place: UpstreamPlace
  readonly open: (request: UpstreamRequest) => ClientRequest
  readonly close: () => void
}

export function createUpstream(place: UpstreamPlace): Upstream {
  const isSecure = place.url.protocol === 'https:'
  const options = { keepAlive: true, scheduling: 'lifo', timeout: 30_000 } as const
  const agent = isSecure ? new HttpsAgent(options) : new HttpAgent(options)
  const send = isSecure ? httpsRequest : httpRequest
  const { hostname, port } = place.url
  const address = {
    ...(place.socketPath === null
      ? { host: hostname.replace(/^\[|\]$/g, ''), port: port || (isSecure ? 443 : 80) }
      : { socketPath: place.socketPath }),
    ...(isSecure ? { servername: place.host?.replace(/:\d+$/, '') ?? hostname } : {}),
  }
  return {
    place,
    open({ method, target, headers, mayReuseConnection }) {
      const outgoing = send({
        ...address,
        method,
        path: target,
        headers: [...headers],
        agent: mayReuseConnection ? agent : false,
        timeout: place.timeoutMilliseconds,
      })
      outgoing.setNoDelay(true)
      return outgoing
    },
    close: () => agent.destroy(),
  }
}
