// The gateway: it judges each request by the rules and the session, answers proxies that ask (`/auth/verify`), passes admitted
// requests to the application behind it, and serves the sign-in routes.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { bridge, type NodeListener, send } from '../adapters/node-bridge.ts'
import { isBelow, isForAuth } from '../adapters/request-target.ts'
import type { Auth } from '../auth.ts'
import { LatchkeyError } from '../errors.ts'
import { innerParts } from '../latchkey.ts'
import { answerFailure } from './answers.ts'
import { createDoor, type Door } from './door.ts'
import { answerHealth, answerReadiness } from './health.ts'
import { createLongExchanges, type LongExchanges } from './long-exchanges.ts'
import { createApplicationProxy } from './proxy/application-proxy.ts'
import { createUpstream } from './proxy/upstream.ts'
import type { GatewayOptions } from './read-options.ts'
import type { RulesSource } from './rules/rules-file.ts'
import { createVerifier, type Verifier } from './verify.ts'

export interface Gateway {
  /** For `request` and `checkContinue` of a server: a body is requested only after the request is admitted. */
  readonly answer: (request: IncomingMessage, response: ServerResponse, expectsContinue?: boolean) => unknown
  /** For `upgrade` of a server. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => unknown
  /** Ends WebSockets and event streams. */
  readonly endLongExchanges: () => void
  readonly close: () => void
}

export interface GatewayParts
  extends Pick<GatewayOptions, 'proxies' | 'audience' | 'tokenSeconds' | 'passesAccessTokens'> {
  readonly auth: Auth
  readonly rules: RulesSource
  readonly upstream: GatewayOptions['upstream']
}

const LONGEST_SILENCE_MILLISECONDS = 60_000

export function createGateway(parts: GatewayParts): Gateway {
  const { auth, proxies } = parts
  const { settings } = innerParts(auth).core
  const door: Door = createDoor(parts)
  const verifier: Verifier = createVerifier(door)
  const long: LongExchanges = createLongExchanges()
  const upstream = parts.upstream && createUpstream(parts.upstream)
  const application = createApplicationProxy({ door, upstream, long })
  // With the person's own address, as far as the listed proxies vouch for it.
  const answerAuth: NodeListener = bridge(auth, ({ socket, headers }) =>
    proxies.clientOf(socket.remoteAddress, forwardedFor(headers)),
  )
  const verifyPath = `${auth.basePath}/verify`
  const ownPath = `${auth.basePath}/gateway`

  function route(request: IncomingMessage, response: ServerResponse, expectsContinue: boolean): unknown {
    const { url = '' } = request
    if (!isForAuth(auth, url)) return application.answer(request, response, expectsContinue)
    // Bodies of our own routes are short, so a client that stops in the middle of one is disconnected.
    response.setTimeout(LONGEST_SILENCE_MILLISECONDS)
    if (expectsContinue) response.writeContinue()
    if (isBelow(verifyPath, url)) return verifier(request, response, restOf(url, verifyPath))
    if (isBelow(ownPath, url)) return answerOwn(request, response).catch(() => response.destroy())
    return answerAuth(request, response).catch((error: unknown) => response.destroy(error as Error))
  }

  async function answerOwn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path] = (request.url ?? '').split('?', 1)
    switch (path) {
      case `${ownPath}/jwks`:
        return send(door.keySet(), response)
      case `${ownPath}/health`:
        return send(answerHealth(), response)
      case `${ownPath}/ready`:
        return send(await answerReadiness(settings), response)
      default: {
        const asking = { method: request.method ?? 'GET', headers: request.headers }
        return send(await answerFailure(settings, asking, new LatchkeyError('request_not_found')), response)
      }
    }
  }

  return {
    answer(request, response, expectsContinue = false) {
      try {
        return route(request, response, expectsContinue)
      } catch (error) {
        return response.destroy(error as Error)
      }
    },
    upgrade(request, socket, head) {
      try {
        return application.upgrade(request, socket, head)
      } catch (error) {
        return socket.destroy(error as Error)
      }
    },
    endLongExchanges: () => long.close(),
    close() {
      long.close()
      upstream?.close()
    },
  }
}

function restOf(url: string, prefix: string): string {
  const rest = url.slice(prefix.length)
  // Envoy puts the path of the request there; a bare query belongs to the route itself.
  return rest.startsWith('/') ? rest : ''
}

function forwardedFor(headers: IncomingMessage['headers']): string | undefined {
  const value = headers['x-forwarded-for']
  return typeof value === 'string' ? value : value?.join(', ')
}
