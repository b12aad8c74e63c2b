// A gateway in this process, with an application behind it that reports what it received. If the login is not what a test is
// about, people are signed in without a login at a provider.
import { createHash } from 'node:crypto'
import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { IdentityFields } from '../../src/contracts/identity.ts'
import type { LogEntry } from '../../src/contracts/log.ts'
import type { Store } from '../../src/contracts/store.ts'
import { type RunningGateway, startGateway } from '../../src/gateway/start-gateway.ts'
import { issueTestSession } from '../../src/testing/issue-test-session.ts'
import { findFreePort } from './application.ts'

/** What the application behind the gateway received. */
export interface Received {
  readonly method: string
  readonly url: string
  readonly rawHeaders: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly bodyBytes: number
  readonly trailers: readonly string[]
}

export interface TestAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** What the application received, or null if the request did not reach it. */
  readonly received: Received | null
}

export interface TestRequest {
  readonly method?: string
  /** A list of name, value, name, value, sent in that order; or one value per name. */
  readonly headers?: Readonly<Record<string, string>> | readonly string[]
  readonly body?: string
  /** Another loopback address to send from. */
  readonly from?: string
}

export interface TestGateway {
  readonly origin: string
  readonly port: number
  readonly running: RunningGateway
  readonly application: EchoApplication
  /** The gateway's log entries. */
  readonly log: readonly LogEntry[]
  /** Sends a GET. The path is not normalized on the way. */
  readonly get: (path: string, request?: TestRequest) => Promise<TestAnswer>
  /** Asks `/auth/verify` as a listed proxy does. */
  readonly verify: (headers: Readonly<Record<string, string>>, from?: string) => Promise<TestAnswer>
  /** Returns the Cookie header of a signed-in browser. */
  readonly signIn: (person?: Partial<IdentityFields>, more?: SignInOptions) => Promise<string>
  /** Sends these bytes, and returns everything received until the connection ends or is idle. */
  readonly raw: (text: string) => Promise<string>
  readonly stop: () => Promise<void>
}

export interface SignInOptions {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly signedInSecondsAgo?: number | null
  readonly provider?: string
}

export interface TestGatewayOptions {
  /** The rules as JSON. Default: none. */
  readonly rules?: unknown
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** Default: in memory. */
  readonly store?: Store
  /** Default: a new one. */
  readonly application?: EchoApplication
}

export const TEST_SECRET = 'gW4tB7zQx2mK9pLc5vRn8sYd3hJf6uEa'

/** `main` is a provider that runs no mailboxes; `company` runs those of company.example and has organizations. */
export async function startTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const application = options.application ?? (await startEchoApplication())
  const port = await findFreePort()
  const origin = options.environment?.ORIGIN?.split(',')[0] ?? `http://localhost:${port}`
  const log: LogEntry[] = []
  const environment = {
    NODE_ENV: 'test',
    PORT: String(port),
    HOST: '127.0.0.1',
    LATCHKEY_SECRET: TEST_SECRET,
    DATABASE_URL: 'memory:',
    UPSTREAM: application.address,
    OIDC_PROVIDERS: 'main,company',
    OIDC_MAIN_ISSUER: 'https://main.example',
    OIDC_MAIN_CLIENT_ID: 'gateway',
    OIDC_COMPANY_KIND: 'google',
    OIDC_COMPANY_ISSUER: 'https://accounts.company.example',
    OIDC_COMPANY_CLIENT_ID: 'gateway',
    OIDC_COMPANY_CLIENT_SECRET: 'known to nobody',
    OIDC_COMPANY_AUTHORITATIVE_DOMAINS: 'company.example',
    ...(options.rules === undefined ? {} : { RULES: JSON.stringify(options.rules) }),
    ...options.environment,
  }
  const running = await startGateway(environment, {
    log: (entry) => log.push(entry),
    ...(options.store ? { store: options.store } : {}),
  }).catch(async (error) => {
    if (!options.application) await application.stop()
    throw error
  })

  const get = (path: string, request: TestRequest = {}): Promise<TestAnswer> => ask(port, path, request)
  return {
    origin,
    port,
    running,
    application,
    log,
    get,
    verify: (headers, from) => get('/auth/verify', { headers, ...(from === undefined ? {} : { from }) }),
    async signIn(person = {}, more = {}) {
      const session = await issueTestSession(running.auth, person, { origin, provider: 'main', ...more })
      return session.cookieHeader
    },
    raw: (text) => sendBytes(port, text),
    async stop() {
      await running.close()
      if (!options.application) await application.stop()
    },
  }
}

function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body, from }: TestRequest,
): Promise<TestAnswer> {
  return new Promise((resolve, reject) => {
    const list = Array.isArray(headers) ? [...headers] : Object.entries(headers).flat()
    const names = list.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase())
    if (!names.includes('host')) list.unshift('Host', `localhost:${port}`)
    if (body !== undefined && !names.includes('transfer-encoding'))
      list.push('Content-Length', String(Buffer.byteLength(body)))
    const sent = httpRequest(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: list,
        agent: false,
        ...(from === undefined ? {} : { localAddress: from }),
      },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk) => {
          text += chunk
        })
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: text,
            received: receivedIn(answer, text),
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

function receivedIn({ headers }: IncomingMessage, text: string): Received | null {
  return headers['x-echo'] === '1' && text.startsWith('{') ? JSON.parse(text) : null
}

function sendBytes(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'))
    let answer = ''
    socket.setTimeout(400, () => socket.end())
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}

/** A WebSocket through a gateway. */
export interface Socket {
  readonly says: (text: string) => Promise<string>
  readonly closed: Promise<void>
  readonly close: () => void
}

/** Rejects if the WebSocket is refused. */
export function openSocket(at: TestGateway, path: string, headers: Record<string, string>): Promise<Socket> {
  const socket = new WebSocket(`ws://127.0.0.1:${at.port}${path}`, {
    headers: { Host: `localhost:${at.port}`, ...headers },
  } as never)
  const closed = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve()))
  return new Promise((resolve, reject) => {
    socket.addEventListener('error', () => reject(new Error('the WebSocket was refused')))
    socket.addEventListener('open', () =>
      resolve({
        closed,
        close: () => socket.close(),
        says: (text) =>
          new Promise((heard) => {
            socket.addEventListener('message', ({ data }) => heard(String(data)), { once: true })
            socket.send(text)
          }),
      }),
    )
  })
}

/** Rejects after a time limit, so that no test waits forever. */
export async function inTime(...ends: readonly Promise<unknown>[]): Promise<void> {
  const tooLate = new AbortController()
  const late = wait(10_000, undefined, { signal: tooLate.signal }).then(() => {
    throw new Error('it did not end within ten seconds')
  })
  await Promise.race([Promise.all(ends), late]).finally(() => tooLate.abort())
}

export interface EchoApplication {
  readonly address: string
  readonly port: number
  /** All requests that reached the application. */
  readonly received: readonly Received[]
  /** Custom answers by path, instead of the echo. */
  readonly answers: Map<
    string,
    (request: IncomingMessage, response: import('node:http').ServerResponse) => void
  >
  readonly stop: () => Promise<void>
}

/** Answers each request with what it received, and echoes WebSocket messages. */
export async function startEchoApplication(): Promise<EchoApplication> {
  const received: Received[] = []
  const answers: EchoApplication['answers'] = new Map()
  const server = createServer((request, response) => {
    const own = answers.get((request.url ?? '').split('?', 1)[0] ?? '')
    if (own) return own(request, response)
    let bodyBytes = 0
    request.on('data', (chunk: Buffer) => {
      bodyBytes += chunk.length
    })
    request.on('end', () => {
      const { method = '', url = '', rawHeaders, headers, rawTrailers } = request
      const entry = {
        method,
        url,
        rawHeaders,
        headers: headers as Record<string, string>,
        bodyBytes,
        trailers: rawTrailers,
      }
      received.push(entry)
      response.setHeader('Content-Type', 'application/json')
      response.setHeader('X-Echo', '1')
      response.end(JSON.stringify(entry))
    })
  })
  const upgraded = new Set<Duplex>()
  server.on('upgrade', (request, socket) => {
    upgraded.add(socket)
    const { method = '', url = '', rawHeaders, headers } = request
    received.push({
      method,
      url,
      rawHeaders,
      headers: headers as Record<string, string>,
      bodyBytes: 0,
      trailers: [],
    })
    if (url.startsWith('/refuses'))
      return socket.end('HTTP/1.1 426 Upgrade Required\r\nContent-Length: 2\r\nX-Echo: 0\r\n\r\nno')
    const accept = createHash('sha1')
      .update(`${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64')
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
    socket.on('data', (frame: Buffer) => socket.write(unmasked(frame)))
    socket.on('error', () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    port,
    received,
    answers,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
        for (const socket of upgraded) socket.destroy()
      }),
  }
}

/** Turns a client's short text frame into the server's frame with the same text (RFC 6455 §5.2). */
function unmasked(frame: Buffer): Buffer {
  const length = (frame[1] ?? 0) & 0x7f
  const mask = frame.subarray(2, 6)
  const text = Buffer.from(frame.subarray(6, 6 + length).map((byte, at) => byte ^ (mask[at % 4] ?? 0)))
  return Buffer.concat([Buffer.from([frame[0] ?? 0x81, length]), text])
}
