// Decides on requests: who makes a request, what it asks for, and whether it is allowed. Both modes of the gateway use it.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { type RequestAuth, readAuth } from '../adapters/request-auth.ts'
import type { Auth } from '../auth.ts'
import { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
import type { Session } from '../contracts/session.ts'
import { LatchkeyError } from '../errors.ts'
import { innerParts } from '../latchkey.ts'
import type { Settings } from '../options.ts'
import { developmentSecret } from '../setup/development.ts'
import { plainText } from '../web/plain-text.ts'
import type { Asked } from './asked.ts'
import { type Hosts, hostsOf } from './hosts.ts'
import { ACCESS_TOKEN_HEADER, anonymous, identityOf } from './identity-headers.ts'
import { ownCookies } from './proxy/own-cookies.ts'
import type { ProxyList } from './proxy-list.ts'
import type { GatewayOptions } from './read-options.ts'
import { readPath } from './rules/request-path.ts'
import { demandsOn, everyDemand, namesAnyHost, type RuleDemand } from './rules/rules.ts'
import type { RulesSource } from './rules/rules-file.ts'
import { type Verdict, verdictOn } from './rules/verdict.ts'
import { createIdentitySigner } from './sign-identity.ts'
import { signingKeysFrom } from './signing-keys.ts'

export interface Door {
  readonly auth: Auth
  readonly settings: Settings
  readonly proxies: ProxyList
  readonly hosts: Hosts
  /** Returns who makes this request. Never rejects. `asked` is null if nothing says what was asked for. */
  readonly whoAsks: (request: IncomingMessage, asked: Asked | null) => MaybePromise<Visitor>
  /** Returns whether the user of this session still exists. */
  readonly isStillThere: (session: Session) => MaybePromise<boolean>
  /** Returns the token in `Authorization` by which a client shows its session; null for other credentials, which are the application's own. */
  readonly tokenOf: (headers: IncomingHttpHeaders) => string | null
  /** Returns the demands on the request, or why it is refused for everyone. */
  readonly demandsOn: (asked: Asked) => Demands
  /** Returns all demands: only a person who may see everything satisfies them. */
  readonly everyDemand: () => readonly RuleDemand[]
  readonly judge: (demands: readonly RuleDemand[], visitor: Visitor) => Verdict
  /** Whether the demands need no session. */
  readonly isPublic: (demands: readonly RuleDemand[]) => boolean
  /** Returns all identity headers. */
  readonly identify: (session: Session | null) => MaybePromise<Readonly<Record<string, string>>>
  readonly isOwnCookie: (name: string) => boolean
  /** The public keys of the tokens (RFC 7517). */
  readonly keySet: () => Response
}

export interface Visitor {
  readonly auth: RequestAuth
  readonly setCookies: readonly string[]
}

export type Demands =
  | { readonly kind: 'demands'; readonly demands: readonly RuleDemand[] }
  | { readonly kind: 'refused'; readonly error: LatchkeyError }

export interface DoorParts
  extends Pick<GatewayOptions, 'proxies' | 'audience' | 'tokenSeconds' | 'passesAccessTokens'> {
  readonly auth: Auth
  readonly rules: RulesSource
}

/** @throws LatchkeyError `config_origin_missing`. */
export function createDoor({
  auth,
  rules,
  proxies,
  audience,
  tokenSeconds,
  passesAccessTokens,
}: DoorParts): Door {
  const { core, places } = innerParts(auth)
  const { settings } = core
  if (settings.origin === null) throw new LatchkeyError('config_origin_missing')
  const hosts = hostsOf(settings, rules.current)
  const tokenReader = places
    .find(hosts.main.host)
    ?.credentials.find(({ credential }) => credential === 'bearer')
  const secrets = settings.secrets.length > 0 ? settings.secrets : [developmentSecret(settings)]
  const keys = signingKeysFrom(secrets, settings.audience)
  const [key] = keys
  if (!key) throw new LatchkeyError('config_secret_missing')
  const jwtOf = createIdentitySigner({
    key,
    issuer: settings.origin,
    audience: audience ?? settings.origin,
    lifetimeSeconds: tokenSeconds,
    now: settings.now,
  })
  const providers = new Map(settings.providers.map((provider) => [provider.id, provider]))
  return {
    auth,
    settings,
    proxies,
    hosts,
    whoAsks(request, asked) {
      const { headers, rawHeaders, socket } = request
      const { cookie, authorization, dpop } = headers
      const source = {
        // A DPoP proof names the request that the client sent, also when a proxy asks about it (RFC 9449 §4.3).
        ...(asked ? { method: asked.method, url: asked.target } : {}),
        // Node silently drops a second Authorization header.
        rawHeaders,
        headers: {
          cookie,
          authorization,
          dpop,
          'user-agent': headers['user-agent'],
          host: hosts.sessionHost(asked?.host ?? null),
        },
        socket: {
          // Read only when a session is renewed: most checks do not need the address.
          get remoteAddress() {
            return proxies.clientOf(socket.remoteAddress, text(headers, 'x-forwarded-for')) ?? undefined
          },
        },
      }
      return readAuth(auth, source)
    },
    isStillThere: (session) => core.people.has(session),
    tokenOf: ({ authorization }) => tokenReader?.find({ headers: { authorization } }) ?? null,
    demandsOn({ host, authority, target }) {
      const reading = readPath(target)
      if (reading.kind === 'refused') {
        const detail = `The path is refused, since ${reading.reason}: ${plainText(target, 200)}`
        return { kind: 'refused', error: new LatchkeyError('request_malformed', { detail }) }
      }
      // Without a host, the request is accepted only if no rule distinguishes hosts.
      const ruled =
        authority === null && !namesAnyHost(rules.current()) ? hosts.main.hostname : hosts.ruled(host)
      if (ruled === null) {
        const shown = authority === null ? 'no host' : plainText(authority, 100)
        const detail = `Expected ${hosts.main.hostname} (ORIGIN), a host of ORIGINS or one that RULES names; received ${shown}.`
        return { kind: 'refused', error: new LatchkeyError('request_wrong_host', { detail }) }
      }
      return { kind: 'demands', demands: demandsOn(rules.current(), ruled, reading) }
    },
    everyDemand: () => everyDemand(rules.current(), null),
    judge: (demands, visitor) => verdictOn(demands, visitor.auth.session, { auth, providers }),
    isPublic: (demands) => demands.every(({ isPublic }) => isPublic),
    identify(session) {
      if (session === null) return anonymous
      const identity = identityOf(session, jwtOf(session))
      if (!passesAccessTokens) return identity
      return whenReady(accessTokenOf(auth, session), (token) =>
        token === null ? identity : { ...identity, [ACCESS_TOKEN_HEADER]: token },
      )
    },
    isOwnCookie: ownCookies(
      settings.ownOrigins.flatMap((own) => places.find(new URL(own).host)?.cookies ?? []),
    ),
    keySet: () =>
      new Response(JSON.stringify({ keys: keys.map(({ publicJwk }) => publicJwk) }), {
        headers: { 'Content-Type': 'application/jwk-set+json', 'Cache-Control': 'public, max-age=300' },
      }),
  }
}

/** The token of the provider that the person signed in with; null if there is none. */
async function accessTokenOf(auth: Auth, session: Session): Promise<string | null> {
  try {
    const outcome = await auth.tokens(session).get(session.identity.provider)
    return outcome.state === 'fresh' || outcome.state === 'unavailable' ? outcome.accessToken : null
  } catch {
    return null
  }
}

function text(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : undefined
}
