// Sends one HTTP request exactly as given: `fetch` would refuse the headers Host, Cookie, Origin and Sec-Fetch-*.
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'

export interface ExchangeRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | null
  /** Where to connect instead of the address in the URL, such as a proxy that terminates TLS. */
  readonly connectTo?: { readonly host: string; readonly port: number } | undefined
  readonly timeoutMilliseconds?: number
}

export interface ExchangeAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly setCookies: readonly string[]
  readonly body: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 })
const largestBody = 8 * 1024 * 1024

/** Sends the request and reads the whole answer. Follows no redirects. */
export async function exchange(wanted: ExchangeRequest): Promise<ExchangeAnswer> {
  try {
    return await exchangeOnce(wanted)
  } catch (error) {
    // A server may close an idle connection just as it is reused. Browsers then send the request again.
    if (error instanceof Error && 'wasIdle' in error) return exchangeOnce(wanted)
    throw error
  }
}

function exchangeOnce(wanted: ExchangeRequest): Promise<ExchangeAnswer> {
  const { url, method, headers, body, connectTo } = wanted
  return new Promise((resolve, reject) => {
    const outgoing = request({
      agent,
      method,
      // Resolves 'localhost' to IPv4: no server under test listens only on ::1.
      host: connectTo?.host ?? (url.hostname === 'localhost' ? '127.0.0.1' : url.hostname),
      port: connectTo?.port ?? url.port,
      path: `${url.pathname}${url.search}`,
      headers: { host: url.host, ...headers },
      timeout: wanted.timeoutMilliseconds ?? 20_000,
    })
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer in time: ${method} ${url}`)))
    outgoing.on('error', (error) => {
      const wasIdle = outgoing.reusedSocket && 'code' in error && error.code === 'ECONNRESET'
      reject(wasIdle ? Object.assign(error, { wasIdle }) : error)
    })
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = []
      let size = 0
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > largestBody)
          incoming.destroy(new Error(`more than ${largestBody} bytes: ${method} ${url}`))
        chunks.push(chunk)
      })
      incoming.on('error', reject)
      incoming.on('end', () => {
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          setCookies: incoming.headers['set-cookie'] ?? [],
          body: Buffer.concat(chunks).toString('utf8'),
        })
      })
    })
    outgoing.end(body ?? undefined)
  })
}

/** Sends raw bytes to a server. Returns everything received until it closes the connection or the time is up. */
export function exchangeRaw(
  port: number,
  bytes: string | Uint8Array,
  waitMilliseconds = 3000,
): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let text = ''
    const finish = (): void => {
      socket.destroy()
      resolve(text)
    }
    socket.setTimeout(waitMilliseconds, finish)
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
    })
    socket.on('close', finish)
    socket.on('error', finish)
  })
}
