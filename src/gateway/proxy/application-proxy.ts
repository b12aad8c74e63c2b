// Reverse-proxy mode: admitted requests are passed to the application, all others end here.
import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { send } from '../../adapters/node-bridge.ts'
import { type MaybePromise, whenReady } from '../../contracts/maybe-promise.ts'
import { LatchkeyError } from '../../errors.ts'
import { plainText } from '../../web/plain-text.ts'
import { answerFailure, asLatchkeyError } from '../answers.ts'
import { type Asked, askedHere } from '../asked.ts'
import type { Door, Visitor } from '../door.ts'
import type { LongExchanges } from '../long-exchanges.ts'
import { refusalOf } from '../refusal.ts'
import type { RuleDemand } from '../rules/rules.ts'
import type { Verdict } from '../rules/verdict.ts'
import { admissionWatch } from './admission-watch.ts'
import { firstOf } from './first-of.ts'
import { type Forward, forwardRequest } from './forward-request.ts'
import { asksForWebSocket, forwardUpgrade } from './forward-upgrade.ts'
import { forEverybody, forOnePerson, requestHeaders, responseHeaders } from './forwarding-headers.ts'
import type { Upstream } from './upstream.ts'

export interface ApplicationProxy {
  readonly answer: (request: IncomingMessage, response: ServerResponse, expectsContinue: boolean) => void
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => unknown
}

export interface ApplicationProxyParts {
  readonly door: Door
  /** Null: this gateway has no application behind it. */
  readonly upstream: Upstream | null
  readonly long: LongExchanges
}

/** An admitted request and its visitor. */
interface Admission {
  readonly asked: Asked
  readonly demands: readonly RuleDemand[]
  readonly visitor: Visitor
  readonly identity: Readonly<Record<string, string>>
}

/** The longest wait of a public page for a store that hangs: after it, the visitor counts as anonymous. */
const LONGEST_WAIT_MILLISECONDS = 1_000

export function createApplicationProxy({ door, upstream, long }: ApplicationProxyParts): ApplicationProxy {
  const { settings, proxies } = door
  const watch = admissionWatch(door, long)

  /** Calls `admit` for an admitted request; answers all others. */
  function judge(
    request: IncomingMessage,
    response: ServerResponse,
    admit: (admission: Admission) => void,
  ): unknown {
    const asked = askedHere(request, proxies)
    // RFC 9110 §9.3.8: TRACE reflects the request, and ours has headers that no browser may see.
    if (asked.method === 'TRACE')
      return fail(request, response, new LatchkeyError('request_method_not_allowed'))
    const encoding = request.headers['transfer-encoding']
    if (encoding !== undefined && encoding.toLowerCase() !== 'chunked') {
      // RFC 9112 §6.1: another encoding of the body would be lost when it is framed again.
      const detail = `Transfer-Encoding is ${plainText(encoding, 100)}, and only "chunked" is passed on.`
      return fail(request, response, new LatchkeyError('request_malformed', { detail }))
    }
    const judged = door.demandsOn(asked)
    if (judged.kind === 'refused') return fail(request, response, judged.error)
    const { demands } = judged
    const done = whenReady(visitorOf(request, asked, demands), (visitor) => {
      const verdict = door.judge(demands, visitor)
      if (verdict.kind !== 'admitted') return refuse(request, response, { asked, visitor, verdict })
      return whenReady(door.identify(visitor.auth.session), (identity) =>
        admit({ asked, demands, visitor, identity }),
      )
    })
    return done instanceof Promise ? done.catch((error: unknown) => fail(request, response, error)) : done
  }

  function visitorOf(
    request: IncomingMessage,
    asked: Asked,
    demands: readonly RuleDemand[],
  ): MaybePromise<Visitor> {
    const visitor = door.whoAsks(request, asked)
    if (!(visitor instanceof Promise) || !door.isPublic(demands)) return visitor
    return firstOf(visitor, LONGEST_WAIT_MILLISECONDS, unknownVisitor)
  }

  async function refuse(
    request: IncomingMessage,
    response: ServerResponse,
    refused: {
      readonly asked: Asked
      readonly visitor: Visitor
      readonly verdict: Exclude<Verdict, { readonly kind: 'admitted' }>
    },
  ): Promise<void> {
    const refusal = await refusalOf(door, refused.verdict, {
      ...refused,
      headers: request.headers,
      isElsewhere: false,
    })
    await end(request, response, refusal)
  }

  function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    const asking = { method: request.method ?? 'GET', headers: request.headers }
    answerFailure(settings, asking, asLatchkeyError(error))
      .then((answer) => end(request, response, answer))
      .catch(() => response.destroy())
  }

  function answer(request: IncomingMessage, response: ServerResponse, expectsContinue: boolean): void {
    judge(request, response, (admission) => {
      if (!upstream) return fail(request, response, new LatchkeyError('upstream_not_configured'))
      if (expectsContinue) response.writeContinue()
      forwardRequest(request, response, {
        ...forwarding(request, upstream, admission),
        onEventStream: () =>
          watch(request, {
            ...admission,
            close: () => response.destroy(),
            onEnd: (ended) => response.once('close', ended),
          }),
        onFailure: (error) => fail(request, response, error),
      })
    })
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): unknown {
    const response = responseOn(request, socket)
    socket.on('error', () => socket.destroy())
    if (!asksForWebSocket(request)) {
      const detail = 'Of all protocols that HTTP can switch to, WebSocket alone is passed on.'
      return fail(request, response, new LatchkeyError('request_malformed', { detail }))
    }
    return judge(request, response, (admission) => {
      if (!upstream) return fail(request, response, new LatchkeyError('upstream_not_configured'))
      const isOpenToAll = door.isPublic(admission.demands) && admission.visitor.auth.session === null
      if (!isOpenToAll && !isFromOwnPage(request, admission.asked)) {
        return fail(
          request,
          response,
          new LatchkeyError('request_cross_site', { detail: 'A WebSocket from a page of another origin.' }),
        )
      }
      const how = forwarding(request, upstream, admission)
      forwardUpgrade(request, socket, head, {
        ...how,
        onOpen: (close) => {
          watch(request, { ...admission, close, onEnd: (ended) => socket.once('close', ended) })
        },
        onAnswer(answered) {
          // Its connection was only for the WebSocket.
          const headers = how.completeHeaders(responseHeaders(answered, door.isOwnCookie))
          response.writeHead(answered.statusCode ?? 502, answered.statusMessage, headers)
          answered.on('error', () => response.destroy())
          answered.pipe(response)
        },
        onFailure: (error) => fail(request, response, error),
      })
    })
  }

  function forwarding(
    request: IncomingMessage,
    to: Upstream,
    { asked, demands, visitor, identity }: Admission,
  ): Pick<Forward, 'upstream' | 'headers' | 'isOwnCookie' | 'completeHeaders'> {
    const isFromProxy = proxies.has(request.socket.remoteAddress)
    const { headers } = request
    const askedHost = asked.authority ?? door.hosts.main.host
    const forwarded = isFromProxy ? headers['x-forwarded-proto'] : undefined
    const isClosed = !door.isPublic(demands)
    const isSignedIn = visitor.auth.session !== null
    // A token that opens no session may be the application's own. While this is unknown, the token is treated as the gateway's.
    const isOurToken = door.tokenOf(headers) !== null && codeOf(visitor.auth.error) !== 'bearer_invalid'
    return {
      upstream: to,
      headers: requestHeaders(request, {
        isFromProxy,
        clientAddress: proxies.clientOf(request.socket.remoteAddress, textOf(headers['x-forwarded-for'])),
        scheme:
          forwarded === 'https' || forwarded === 'http' ? forwarded : door.hosts.main.protocol.slice(0, -1),
        host: to.place.host ?? askedHost,
        askedHost,
        isOwnCookie: door.isOwnCookie,
        identity,
        withoutToken: isOurToken,
      }),
      isOwnCookie: door.isOwnCookie,
      completeHeaders: (list) =>
        isClosed
          ? forOnePerson(list, visitor.setCookies)
          : forEverybody(list, visitor.setCookies, isSignedIn),
    }
  }

  /** Browsers name the page that opens a WebSocket, but send cookies even for pages of sibling sites (RFC 6455 §10.2). */
  function isFromOwnPage({ headers }: IncomingMessage, { host }: Asked): boolean {
    const { origin } = headers
    if (origin === undefined) return true
    if (door.hosts.hasOrigin(origin) || !URL.canParse(origin)) return door.hosts.hasOrigin(origin)
    // The port may be that of a proxy. The scheme must match: anyone on the network can change a page that is sent without TLS.
    const { hostname, protocol } = new URL(origin)
    return hostname === host && protocol === door.hosts.main.protocol
  }

  return { answer, upgrade }
}

const unknownVisitor: Visitor = {
  auth: { user: null, session: null, error: new LatchkeyError('store_unavailable') },
  setCookies: [],
}

function codeOf(error: unknown): string | null {
  return error instanceof LatchkeyError ? error.code : null
}

/** Sends an answer of the gateway. If the request's body is still being sent, it is not read, and the connection closes. */
async function end({ complete }: IncomingMessage, response: ServerResponse, answer: Response): Promise<void> {
  if (!complete) response.shouldKeepAlive = false
  await send(answer, response)
}

/** Node has no response object for an upgrade request, so one is created for the gateway's answer. */
function responseOn(request: IncomingMessage, socket: Duplex): ServerResponse {
  const response = new ServerResponse(request)
  response.shouldKeepAlive = false
  response.assignSocket(socket as Socket)
  response.once('finish', () => socket.end())
  return response
}

function textOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.join(', ')
}
