// The application under test inside the test's own process, with the routes of the reference app: for cases that change the
// clock, replace the network or break the store. It is still examined only over HTTP.
import { randomBytes } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Auth, type LatchkeyOptions, type LogEntry, latchkey, type Provider } from 'latchkey'
import { type NodeHandler, nodeLatchkey, requireUser } from 'latchkey/node'
import { type OidcOptions, oidc } from 'latchkey/providers/oidc'
import { memory } from 'latchkey/stores/memory'
import { Browser, type BrowserOptions } from './browser.ts'
import type { TestProvider } from './provider.ts'
import { findLeaks, rememberSecret } from './secrets.ts'

export interface InProcessOptions extends Partial<Omit<LatchkeyOptions, 'providers' | 'now'>> {
  readonly providers: readonly Provider[]
  /** Default: true. */
  readonly production?: boolean
  /** Default: a free port. */
  readonly port?: number
}

export class InProcessApplication {
  readonly auth: Auth
  readonly origin: string
  readonly port: number
  readonly log: LogEntry[] = []
  /** The application's current time. */
  clock: number = Date.now()
  readonly #server: Server

  constructor(server: Server, options: InProcessOptions) {
    this.#server = server
    this.port = (server.address() as AddressInfo).port
    const [first = `http://localhost:${this.port}`, ...further] = [options.origin ?? []].flat()
    this.origin = first
    const { production, port: _, ...rest } = options
    const secret = options.secret ?? randomBytes(32).toString('base64url')
    for (const each of [secret].flat()) rememberSecret('LATCHKEY_SECRET', each)
    this.auth = latchkey({
      store: memory(),
      log: (entry) => this.log.push(entry),
      environment: production === false ? {} : { NODE_ENV: 'production' },
      ...rest,
      origin: [first, ...further],
      secret,
      now: () => this.clock,
    })
  }

  /** Moves the application's clock forward. Its browsers share the clock. */
  advance(seconds: number): void {
    this.clock += seconds * 1000
  }

  browser(options: BrowserOptions = {}): Browser {
    const proxied = this.origin.startsWith('https:') ? { [this.origin]: `http://127.0.0.1:${this.port}` } : {}
    return new Browser({ now: () => this.clock, proxied, ...options })
  }

  url(path: string): string {
    return `${this.origin}${path}`
  }

  /** Stops it, and searches its log for the secrets of this run (case L1). */
  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
    await this.auth.close()
    const leaks = findLeaks(JSON.stringify(this.log))
    if (leaks.length > 0) throw new Error(`L1: the log holds secrets: ${leaks.join(', ')}`)
  }
}

/** Starts an application with these options on a free loopback port. */
export async function startInProcess(options: InProcessOptions): Promise<InProcessApplication> {
  let listener: RequestListener | undefined
  const server = createServer((request, response) => listener?.(request, response))
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  server.unref()
  const app = new InProcessApplication(server, options)
  await app.auth.migrate()
  listener = nodeLatchkey(app.auth, routesOf(app.auth))
  return app
}

/** Describes a programmable provider for the application's configuration. */
export function describeProvider(
  id: string,
  provider: TestProvider,
  options: Partial<OidcOptions> = {},
): Provider {
  return oidc({
    id,
    issuer: provider.issuer,
    clientId: provider.clientId,
    ...(provider.clientSecret === null
      ? { clientAuthentication: 'none' as const }
      : { clientSecret: provider.clientSecret }),
    ...options,
  })
}

function routesOf(auth: Auth): NodeHandler {
  const profile = requireUser(auth, (_request, response) => response.end('Your profile'))
  const area = requireUser(auth, (request, response) => response.end(request.url))
  const me = requireUser(
    auth,
    (request, response) => {
      const { user, session } = request.latchkey
      response.setHeader('content-type', 'application/json')
      response.end(
        JSON.stringify({ ...user, sub: session?.identity.subject, provider: session?.identity.provider }),
      )
    },
    { api: true },
  )
  const token = requireUser(
    auth,
    async (request, response) => {
      const { session } = request.latchkey
      const outcome = session === null ? null : await auth.tokens(session).get('h')
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(outcome))
    },
    { api: true },
  )
  return (request, response) => {
    const path = request.url ?? '/'
    if (path === '/api/token') return token(request, response)
    if (path === '/profile') return profile(request, response)
    if (path.startsWith('/area/')) return area(request, response)
    if (path === '/api/me') return me(request, response)
    response.setHeader('content-type', 'text/html')
    response.end(request.latchkey.user ? '<p>Signed in</p>' : '<a href="/auth/login">Sign in</a>')
  }
}
