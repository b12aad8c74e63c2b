// One keep-alive HTTP/1.1 connection, lean enough for a load generator: the client must not distort the figures.
// It understands the responses of the servers in this folder: Content-Length or chunked, without pipelining.
import { connect, type Socket } from 'node:net'

export interface HttpAnswer {
  readonly status: number
  /** Names are in lower case; a name may occur several times, in the order of the response. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

export interface HttpConnection {
  /** Sends one request, given as its head and body. Only one at a time. */
  exchange(request: string): Promise<HttpAnswer>
  /** The same, but reports only the status, and skips parsing if the response looks like the previous one. */
  repeat(request: string, done: (status: number) => void): void
  close(): void
}

export async function openConnection(port: number): Promise<HttpConnection> {
  const socket = await connectTo(port)
  let buffered = ''
  let lastLength = 0
  let lastStatus = 0
  let waiting: { fast: ((status: number) => void) | null; full: (answer: HttpAnswer) => void } | null = null
  let failed: ((error: Error) => void) | null = null

  socket.on('data', (chunk: string) => {
    // A response with the same length and status as the previous one is taken as equal to it.
    if (buffered === '' && waiting?.fast && chunk.length === lastLength && statusOf(chunk) === lastStatus) {
      const { fast } = waiting
      waiting = null
      fast(lastStatus)
      return
    }
    buffered += chunk
    const parsed = parseAnswer(buffered)
    if (!parsed) return
    lastLength = parsed.length
    lastStatus = parsed.answer.status
    buffered = buffered.slice(parsed.length)
    const { fast, full } = waiting ?? { fast: null, full: () => {} }
    waiting = null
    if (fast) fast(lastStatus)
    else full(parsed.answer)
  })
  socket.on('close', () => failed?.(new Error('The server closed the connection.')))

  return {
    exchange(request) {
      return new Promise((resolve, reject) => {
        failed = reject
        waiting = { fast: null, full: resolve }
        socket.write(request, 'latin1')
      })
    },
    repeat(request, done) {
      failed = (error) => {
        throw error
      }
      waiting = { fast: done, full: () => {} }
      socket.write(request, 'latin1')
    },
    close() {
      failed = null
      socket.destroy()
    },
  }
}

function connectTo(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.setEncoding('latin1')
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      socket.on('error', () => {})
      resolve(socket)
    })
  })
}

function statusOf(text: string): number {
  return Number(text.slice(9, 12))
}

/** Null until the whole response has arrived. */
function parseAnswer(text: string): { readonly answer: HttpAnswer; readonly length: number } | null {
  const headEnd = text.indexOf('\r\n\r\n')
  if (headEnd === -1) return null
  const [, ...lines] = text.slice(0, headEnd).split('\r\n')
  const headers = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  const bodyAt = headEnd + 4
  const headerOf = (wanted: string) => headers.find(([name]) => name === wanted)?.[1]
  const status = statusOf(text)
  if (headerOf('transfer-encoding') === 'chunked') {
    const end = text.indexOf('\r\n0\r\n\r\n', bodyAt - 2)
    if (end === -1) return null
    return { answer: { status, headers, body: joinChunks(text.slice(bodyAt, end + 2)) }, length: end + 7 }
  }
  const length = bodyAt + Number(headerOf('content-length') ?? 0)
  if (text.length < length) return null
  return { answer: { status, headers, body: text.slice(bodyAt, length) }, length }
}

function joinChunks(text: string): string {
  let body = ''
  let at = 0
  while (at < text.length) {
    const sizeEnd = text.indexOf('\r\n', at)
    const size = Number.parseInt(text.slice(at, sizeEnd), 16)
    body += text.slice(sizeEnd + 2, sizeEnd + 2 + size)
    at = sizeEnd + 2 + size + 2
  }
  return body
}
