// The stage of the adapter suite: one local identity provider, the same small application four times on one host
// (plain, below a prefix, with a store that is down, with its own clients), and visitors, who use HTTP.
import { randomBytes } from 'node:crypto'
import type { Claims } from '../../../contracts/claims.ts'
import { platform } from '../../../crypto/platform.ts'
import { createSeal } from '../../../crypto/seal.ts'
import { type DevIdentityProvider, startDevIdentityProvider } from '../../../dev-idp/index.ts'
import { sealedSessions } from '../../../sessions/sealed-sessions.ts'
import { lifetimesOf } from '../../../sessions/sessions.ts'
import { type ExchangeAnswer, exchange } from '../http-exchange.ts'
import { type ContractIssuer, startContractIssuer } from './contract-issuer.ts'
import { freePort } from './free-port.ts'
import { Visitor } from './visitor.ts'

/** The configuration of the application under test, the same on every host. */
export interface HostEnvironment {
  readonly PORT: string
  readonly ORIGIN: string
  /** The prefix of every path of the application, such as `/shop`, or empty. */
  readonly PREFIX: string
  /** `broken`: a store that is down. `memory`: stored sessions, also for clients. Empty: sealed sessions. */
  readonly STORE: string
  /** The origin of the local identity provider, with the providers `local` (answers in the query) and `post` (`form_post`). */
  readonly IDP: string
  /** The issuer of the access tokens for `/api/notes`. */
  readonly API_ISSUER: string
  readonly [name: string]: string
}

/** A host that runs an application with the routes that docs/kit.md lists. */
export interface AdapterHost {
  readonly name: string
  /** Starts the application and waits until it listens. Returns the function that stops it. */
  readonly start: (environment: HostEnvironment) => Promise<() => Promise<void>>
  /** The request with which this host's client-side router fetches `/profile`, if it has one. */
  readonly routerRequest?: { readonly path: string; readonly headers: Readonly<Record<string, string>> }
  /**
   * Whether the application has the route `/api/notes`, guarded by `requireBearer`, and serves the metadata of its API. Default:
   * false, which leaves out the cases about it.
   */
  readonly hasApi?: boolean
  /** Where this host cannot meet a case: what it does instead, by the case's id. Those cases are skipped. */
  readonly differs?: Readonly<Record<string, string>>
}

/** One running instance of the application under test. */
export interface StageApplication {
  readonly origin: string
  readonly port: number
  readonly prefix: string
  /** The audience of access tokens for its API. */
  readonly resource: string
  /** Sends a request and follows no redirects. */
  readonly send: (
    path: string,
    init?: {
      readonly method?: string
      readonly headers?: Readonly<Record<string, string>>
      /** The fields of a form. */
      readonly form?: Readonly<Record<string, string>>
    },
  ) => Promise<ExchangeAnswer>
}

export interface Stage {
  readonly host: AdapterHost
  readonly app: StageApplication
  readonly appBelowPrefix: StageApplication
  readonly appWithoutStore: StageApplication
  /** Has its own client `device`, which can sign in and send its session in `Authorization`. It is below a prefix. */
  readonly appWithClients: StageApplication
  readonly issuer: ContractIssuer
  /** Makes the Cookie header of a user who signed in that many seconds ago, without activity since; the session has these claims. */
  readonly cookieOf: (app: StageApplication, secondsAgo?: number, claims?: Claims) => Promise<string>
  readonly visitor: () => Visitor
  readonly close: () => Promise<void>
}

export const personName = 'Alex Lindqvist'
const secret: string = randomBytes(32).toString('base64url')
const lifetimes = lifetimesOf({ idleSeconds: 7 * 86_400, absoluteSeconds: 30 * 86_400 })

export async function openStage(host: AdapterHost): Promise<Stage> {
  const idp = await startDevIdentityProvider({ port: 0 })
  const issuer = await startContractIssuer()
  const stops: (() => Promise<void>)[] = []

  async function start(difference: { readonly PREFIX?: string; readonly STORE?: string }) {
    const environment = await environmentFor(idp, { ...difference, API_ISSUER: issuer.issuer })
    stops.push(await host.start(environment))
    return applicationAt(environment)
  }

  async function close(): Promise<void> {
    await Promise.all(stops.map((stop) => stop()))
    await issuer.close()
    await idp.close()
  }

  try {
    return {
      host,
      app: await start({}),
      appBelowPrefix: await start({ PREFIX: '/shop' }),
      appWithoutStore: await start({ STORE: 'broken' }),
      appWithClients: await start({ PREFIX: '/shop', STORE: 'memory' }),
      issuer,
      cookieOf,
      visitor: () => new Visitor(),
      close,
    }
  } catch (error) {
    // A host that fails to start must not hang the test run.
    await close()
    throw error
  }
}

/** Registers one application at the local identity provider, and returns its environment. */
export async function environmentFor(
  idp: DevIdentityProvider,
  {
    PREFIX = '',
    STORE = '',
    API_ISSUER = '',
  }: { readonly PREFIX?: string; readonly STORE?: string; readonly API_ISSUER?: string },
): Promise<HostEnvironment> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const credentials: Record<string, string> = {}
  for (const id of ['local', 'post']) {
    const { clientId, clientSecret } = await idp.serve({
      id,
      name: id,
      kind: 'oidc',
      protocol: 'oidc',
      scopes: [],
    })
    idp.allowRedirect(id, `${origin}${PREFIX}/auth/callback/${id}`)
    idp.answerAs(id, 'alex')
    credentials[`${id.toUpperCase()}_CLIENT_ID`] = clientId
    credentials[`${id.toUpperCase()}_CLIENT_SECRET`] = clientSecret
  }
  return {
    ...credentials,
    NODE_ENV: 'production',
    PORT: String(port),
    ORIGIN: origin,
    LATCHKEY_SECRET: secret,
    IDP: idp.origin,
    PREFIX,
    STORE,
    API_ISSUER,
  }
}

function applicationAt({ ORIGIN: origin, PORT, PREFIX: prefix }: HostEnvironment): StageApplication {
  return {
    origin,
    prefix,
    resource: `${origin}${prefix}`,
    port: Number(PORT),
    send: (path, { method = 'GET', headers = {}, form } = {}) =>
      exchange({
        method,
        url: new URL(`${origin}${prefix}${path}`),
        headers: {
          accept: 'text/html,*/*;q=0.8',
          ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
          ...headers,
        },
        body: form ? new URLSearchParams(form).toString() : null,
      }),
  }
}

/** Sealed by Latchkey's own code with the application's secret, with the clock set back. */
async function cookieOf(
  { port, origin, prefix }: StageApplication,
  secondsAgo = 0,
  claims: Claims = {},
): Promise<string> {
  const then = Date.now() - secondsAgo * 1000
  const sessions = sealedSessions({
    seal: createSeal([secret], platform, `${origin}${prefix}/auth`),
    platform,
    lifetimes,
    now: () => then,
  })
  const { token } = await sessions.start({
    user: { id: 'alex', name: personName, email: null, emailVerified: false, picture: null, createdAt: then },
    identity: {
      provider: 'local',
      issuer: 'http://127.0.0.1:1/local',
      subject: 'alex',
      providerSessionId: null,
    },
    acr: null,
    claims,
    sealedIdToken: null,
    userAgent: null,
    clientAddress: null,
    authenticatedAt: then,
  })
  return `latchkey-${port}=${token}`
}
