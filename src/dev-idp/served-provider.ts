// One provider as it is served: its shape, its one client and all that it remembers. Nothing is shared between two of
// them but the people, so each is as separate as two real providers are.

import type { ClientAuthentication, PrivateJwk, ProviderEndpoints } from '../contracts/provider.ts'
import type {
  FixtureAnswer,
  FixtureClient,
  FixtureEndpoint,
  FixtureRequest,
  ProviderFixture,
  SigningAlgorithm,
} from '../contracts/provider-fixture.ts'
import { LatchkeyError } from '../errors.ts'
import { isLoopbackHostname } from '../web/loopback.ts'
import { type BrowserSessions, createBrowserSessions } from './browser-sessions.ts'
import { createFaultSwitch, type FaultSwitch } from './fault-switch.ts'
import { createGrants, type Grants } from './grants.ts'
import { createInteractions, type Interactions } from './interactions.ts'
import type { PeopleDirectory } from './people-directory.ts'
import { randomToken } from './random-token.ts'
import type { SigningKeys } from './signing-keys.ts'

/** What the application says of a provider that is to be served. */
export interface ProviderDescription {
  /** In URLs; matches `[a-z][a-z0-9-]*`. */
  readonly id: string
  readonly name: string
  /** Which fixture shapes it. */
  readonly kind: string
  readonly protocol: 'oidc' | 'oauth2'
  /** Granted where an authorization request names none. */
  readonly scopes: readonly string[]
  /** The real provider's; their paths are served where its fixture names none. */
  readonly endpoints?: Partial<ProviderEndpoints> | undefined
  /** How the client is registered to prove itself. Default: with its secret, by Basic or in the body. */
  readonly clientAuthentication?: ClientAuthentication | undefined
  /** How the provider says that it signs. Its fixture's word comes first. */
  readonly idTokenSigningAlg?: string | undefined
}

export interface ServedProvider extends ProviderDescription {
  /** Issuer and base URL are the same: `http://127.0.0.1:PORT/ID`. */
  readonly issuer: string
  readonly fixture: ProviderFixture
  readonly paths: ServedPaths
  readonly clientId: string
  readonly clientSecret: string
  /** Where the client signs instead of sending a secret. */
  readonly clientKey: PrivateJwk | undefined
  readonly redirectUris: Set<string>
  readonly postLogoutRedirectUris: Set<string>
  backchannelLogoutUri: string | null
  /** Who signs in without pages, in tests. */
  answersAs: string | null

  /** Who has allowed the application something before. */
  readonly knownPeople: Set<string>

  readonly keys: SigningKeys
  readonly grants: Grants
  readonly sessions: BrowserSessions
  readonly interactions: Interactions
  readonly faults: FaultSwitch
  readonly people: PeopleDirectory
  readonly addPerson: PeopleDirectory['add']
  readonly now: () => number
  readonly log: (line: string) => void
}

/** What the providers of one server have in common. */
export interface ServerParts {
  readonly origin: string
  readonly people: PeopleDirectory
  /** Adds a person and remembers them. */
  readonly addPerson: PeopleDirectory['add']
  readonly now: () => number
  readonly log: (line: string) => void
}

/** What shapes one provider. */
export interface ProviderShape {
  readonly fixture: ProviderFixture
  readonly clientKey: PrivateJwk | undefined
  readonly makeKeys: (alg: SigningAlgorithm, clientSecret: string) => SigningKeys
}

export function createServedProvider(
  description: ProviderDescription,
  { fixture: shape, clientKey, makeKeys }: ProviderShape,
  { origin, ...parts }: ServerParts,
): ServedProvider {
  const fixture = shape.fitted?.(description.endpoints ?? {}) ?? shape
  const { now } = parts
  const { id, name, kind, protocol, scopes, endpoints, clientAuthentication, idTokenSigningAlg } = description
  const clientSecret = randomToken()
  return {
    id,
    name,
    kind,
    protocol,
    scopes,
    endpoints,
    clientAuthentication,
    idTokenSigningAlg,
    fixture,
    ...parts,
    paths: pathsOf(fixture, description),
    issuer: `${origin}/${id}`,
    clientId: `latchkey-dev-${id}`,
    clientSecret,
    clientKey,
    keys: makeKeys(signingAlgorithmOf(fixture, description), clientSecret),
    knownPeople: new Set(),
    redirectUris: new Set(),
    postLogoutRedirectUris: new Set(),
    backchannelLogoutUri: null,
    answersAs: null,
    grants: createGrants(now),
    sessions: createBrowserSessions({
      now,
      cookieName: `latchkey-dev-idp-${new URL(origin).port}`,
      path: `/${id}`,
    }),
    interactions: createInteractions(now),
    faults: createFaultSwitch(),
  }
}

/** Whether this is what was said of it. */
export function describes(served: ProviderDescription, description: ProviderDescription): boolean {
  const [one, other] = [served, description].map(
    ({ id, name, kind, protocol, scopes, endpoints, clientAuthentication, idTokenSigningAlg }) =>
      JSON.stringify([
        ...[id, name, kind, protocol, scopes, clientAuthentication, idTokenSigningAlg],
        endpoints && Object.entries(endpoints).sort(),
      ]),
  )
  return one === other
}

/** Paths below the issuer. */
export interface ServedPaths {
  readonly authorization: string
  readonly token: string
  readonly refresh?: string | undefined
  readonly userinfo?: string | undefined
  readonly endSession?: string | undefined
  readonly revocation?: string | undefined
}

/** As the fixture has them; else as the real provider's fixed endpoints; else the usual ones. */
function pathsOf(
  { paths = {} }: ProviderFixture,
  { protocol, endpoints }: Pick<ProviderDescription, 'protocol' | 'endpoints'>,
): ServedPaths {
  const pathOf = (url: string | undefined): string | undefined => url && new URL(url).pathname
  return {
    authorization: paths.authorization ?? pathOf(endpoints?.authorization) ?? '/authorize',
    token: paths.token ?? pathOf(endpoints?.token) ?? '/token',
    refresh: paths.refresh,
    userinfo:
      paths.userinfo ?? (protocol === 'oidc' ? (pathOf(endpoints?.userinfo) ?? '/userinfo') : undefined),
    endSession: paths.endSession ?? pathOf(endpoints?.endSession),
    revocation: paths.revocation ?? pathOf(endpoints?.revocation),
  }
}

const signingAlgorithms: readonly unknown[] = [
  'RS256',
  'ES256',
  'EdDSA',
  'HS256',
] satisfies readonly SigningAlgorithm[]

/** As the fixture has it; else as the provider declares, which is all that its client accepts; else as most do. */
function signingAlgorithmOf(
  fixture: ProviderFixture,
  { idTokenSigningAlg }: ProviderDescription,
): SigningAlgorithm {
  const declared = signingAlgorithms.includes(idTokenSigningAlg) ? idTokenSigningAlg : undefined
  return fixture.idTokenSigningAlg ?? (declared as SigningAlgorithm | undefined) ?? 'RS256'
}

/** The client, as fixtures know it. */
export function fixtureClient({ clientId, clientSecret, redirectUris }: ServedProvider): FixtureClient {
  return { id: clientId, secret: clientSecret, redirectUris: [...redirectUris] }
}

/** The provider's own refusal of a request that lacks what it demands, or null. */
export function refusalOf(
  provider: ServedProvider,
  endpoint: FixtureEndpoint,
  request: FixtureRequest,
): FixtureAnswer | null {
  return provider.fixture.demands?.(endpoint, request, fixtureClient(provider)) ?? null
}

/** Throws `config_option_invalid` unless the URI is absolute, on loopback and without a fragment. */
export function checkLoopbackUri(uri: string): void {
  const url = URL.canParse(uri) ? new URL(uri) : null
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:'
  // RFC 6749 §3.1.2: no fragment. Loopback only: codes of this server must not leave the machine.
  if (!url || !isHttp || uri.includes('#') || !isLoopbackHostname(url.hostname)) {
    throw new LatchkeyError('config_option_invalid', {
      detail: `The local identity provider answers to loopback addresses only, not to ${uri}.`,
    })
  }
}
