// The address of this program that the browser returns to: a port on 127.0.0.1 that the system chooses, open for one sign-in
// (RFC 8252 §7.3). Other callers get 404 and cannot end the sign-in.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface CallbackListener {
  readonly redirectUri: string
  /** Resolves to the address that the browser returned to with this state, or null if the signal aborts. */
  readonly called: (state: string, signal: AbortSignal) => Promise<string | null>
  readonly close: () => Promise<void>
}

export interface CallbackPage {
  /** What the person reads when the browser returns. */
  readonly text: string
}

export async function listenForCallback(path: string, { text }: CallbackPage): Promise<CallbackListener> {
  let expected: { readonly state: string; readonly resolve: (url: string) => void } | null = null
  const server = createServer((request, response) => {
    // Concatenated, not resolved: `//[` is no URL, and `//other.example/` is another host.
    const url = URL.parse(`${redirectOrigin}${request.url}`)
    const isCallback = request.method === 'GET' && url?.pathname === path
    response.setHeader('cache-control', 'no-store')
    response.setHeader('content-type', 'text/plain; charset=utf-8')
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('connection', 'close')
    // Other programs and pages in the browser can call this port, too.
    if (!isCallback || url.searchParams.get('state') !== expected?.state) {
      response.statusCode = 404
      response.end('There is nothing here.')
      return
    }
    response.end(text, () => expected?.resolve(url.href))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const redirectOrigin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    redirectUri: `${redirectOrigin}${path}`,
    called: (state, signal) =>
      new Promise((resolve) => {
        expected = { state, resolve }
        if (signal.aborted) resolve(null)
        signal.addEventListener('abort', () => resolve(null), { once: true })
      }),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
