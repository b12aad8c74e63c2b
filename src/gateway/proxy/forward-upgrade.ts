// Passes a WebSocket through the gateway. Bytes are tunnelled only after the application has answered 101 to a request for a WebSocket:
// otherwise the tunnel could carry unchecked requests.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { LatchkeyError } from '../../errors.ts'
import { LatchkeyError as Failure } from '../../errors.ts'
import { failureOf, timeoutDetail } from './forward-request.ts'
import { responseHeaders } from './forwarding-headers.ts'
import type { Upstream } from './upstream.ts'

export interface UpgradeForward {
  readonly upstream: Upstream
  readonly headers: readonly string[]
  readonly isOwnCookie: (name: string) => boolean
  /** The tunnel is open; `end` closes both sides. */
  readonly onOpen: (end: () => void) => void
  /** Called if the application gives an answer other than a WebSocket. */
  readonly onAnswer: (answer: IncomingMessage) => void
  readonly onFailure: (error: LatchkeyError) => void
}

/** RFC 6455 §4.1. Switching to any other protocol is never allowed: `h2c` would carry unchecked requests. */
export function asksForWebSocket({ method, headers }: IncomingMessage): boolean {
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  return method === 'GET' && !hasBody && headers.upgrade?.trim().toLowerCase() === 'websocket'
}

export function forwardUpgrade(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  how: UpgradeForward,
): void {
  const { upstream, onOpen, onAnswer, onFailure } = how
  const outgoing = upstream.open({
    method: 'GET',
    target: request.url ?? '/',
    headers: [...how.headers, 'Connection', 'Upgrade', 'Upgrade', 'websocket'],
    mayReuseConnection: false,
  })
  const giveUp = (): void => {
    outgoing.destroy()
  }
  socket.once('close', giveUp)
  outgoing.on('timeout', () =>
    outgoing.destroy(new Failure('upstream_timeout', { detail: timeoutDetail(upstream) })),
  )
  outgoing.on('error', (error: NodeJS.ErrnoException) => {
    if (!socket.destroyed) onFailure(failureOf(upstream, error))
  })
  outgoing.on('response', onAnswer)
  outgoing.on('upgrade', (answer, behind, behindHead) => {
    socket.off('close', giveUp)
    if (answer.headers.upgrade?.toLowerCase() !== 'websocket') {
      behind.destroy()
      return onFailure(failureOf(upstream, new Error('it switched to another protocol than WebSocket')))
    }
    const lines = ['HTTP/1.1 101 Switching Protocols', 'Connection: Upgrade', 'Upgrade: websocket']
    const passed = responseHeaders(answer, how.isOwnCookie)
    for (let at = 0; at < passed.length; at += 2) lines.push(`${passed[at]}: ${passed[at + 1]}`)
    socket.write(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
    if (behindHead.length > 0) socket.write(behindHead)
    if (head.length > 0) behind.write(head)
    tunnel(socket, behind)
    onOpen(() => {
      socket.destroy()
      behind.destroy()
    })
  })
  outgoing.end()
}

/** When either side ends, for whatever reason, the other one is ended. */
function tunnel(here: Duplex, there: Duplex & { setTimeout?: (milliseconds: number) => unknown }): void {
  there.setTimeout?.(0)
  here.on('error', () => there.destroy())
  there.on('error', () => here.destroy())
  here.once('close', () => there.destroy())
  there.once('close', () => here.destroy())
  here.pipe(there)
  there.pipe(here)
}
