// The stage of the adapter suite: one local identity provider, the same small application four times on one host
// (as it is, below a prefix, with a store that is down, with clients of its own), and visitors, who come over HTTP.
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

/** How the application of the suite is configured, on every host alike. */
export interface HostEnvironment {
  readonly PORT: string
  readonly ORIGIN: string
  /** What stands before every path of the application, such as `/shop`; mostly empty. */
  readonly PREFIX: string
  /** `broken`: a store that answers nothing. `memory`: stored sessions, which clients may show too. Empty: sealed sessions. */
  readonly STORE: string
  /** The local identity provider, with the providers `local` (answers by query) and `post` (answers by form). */
  readonly IDP: string
  /** Who issues the access tokens for `/api/notes`. */
  readonly API_ISSUER: string
  readonly [name: string]: string
}

/** A host, with an application of the routes that docs/kit.md lists. */
export interface AdapterHost {
  readonly name: string
  /** Starts the application, listening; answers what stops it. */
  readonly start: (environment: HostEnvironment) => Promise<() => Promise<void>>
  /** How this host's router in the browser asks for `/profile` by script, where it has one. */
  readonly routerRequest?: { readonly path: string; readonly headers: Readonly<Record<string, string>> }
  /**
   * Whether the application has the route `/api/notes`, guarded by `requireBearer`, and serves the metadata of its API. Default:
   * false, and the cases about it are left out.
   */
  readonly hasApi?: boolean
  /** What this host answers instead, where it cannot do otherwise: by the id of the case. */
  readonly differs?: Readonly<Record<string, string>>
}

/** One running application of the suite. */
export interface StageApplication {
  readonly origin: string
  readonly port: number
  readonly prefix: string
  /** What access tokens call its API. */
  readonly resource: string
  /** A request without redirects; `cookie` is a whole Cookie header. */
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
  /** Its own client `device` may sign in, and show its session by `Authorization`. It is below a prefix. */
  readonly appWithClients: StageApplication
  readonly issuer: ContractIssuer
  /** The Cookie header of somebody who signed in so many seconds ago and was not seen since; the session keeps these claims. */
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
    // A host that does not start must not hold the run up.
    await close()
    throw error
  }
}

/** For one application, registered at the local identity provider. */
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

/** Made by Latchkey's own code under the application's secret, with the clock turned back. */
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
