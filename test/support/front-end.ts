// A front end without a bundler: its pages load the client's sources as native modules, with types stripped. It can pass routes
// on to a server, like a development proxy.
import { readFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { passOn } from './pass-on.ts'

export interface FrontEndOptions {
  /** Default: a free port. */
  readonly port?: number
  /** The server that `/auth/*` and `/api/*` are passed on to. Default: nothing is passed on. */
  readonly proxied?: () => number
  /** Returns the body, which may import `/client/index.ts`. `cookie` is the request's header. */
  readonly page: (path: string, cookie: string | undefined) => string | Promise<string>
}

export interface FrontEnd {
  readonly origin: string
  readonly stop: () => Promise<void>
}

export async function startFrontEnd({ port = 0, proxied, page }: FrontEndOptions): Promise<FrontEnd> {
  const server = createServer(async (incoming, outgoing) => {
    const path = incoming.url ?? '/'
    if (proxied && /^\/(auth|api)\//.test(path)) return passOn(proxied(), incoming, outgoing)
    if (path.startsWith('/client/')) return void serveSource(path, outgoing)
    if (path === '/favicon.ico') return outgoing.writeHead(204).end()
    outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    outgoing.end(
      `<!doctype html><title>Front end</title><body>${await page(path, incoming.headers.cookie)}</body>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  server.unref()
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () => close(server),
  }
}

async function serveSource(path: string, outgoing: ServerResponse): Promise<void> {
  const name = /^\/client\/([a-z-]+\.ts)$/.exec(path)?.[1]
  const file = fileURLToPath(new URL(`../../src/client/${name}`, import.meta.url))
  const source = name && (await readFile(file, 'utf8').catch(() => null))
  if (!source) return void outgoing.writeHead(404).end()
  outgoing.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' })
  outgoing.end(stripTypeScriptTypes(source))
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
