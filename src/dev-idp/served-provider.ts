// One served provider: its fixture, its only client and all of its state. Providers share nothing except the people, so they are
// as separate as real ones.

import type { PrivateJwk } from '../contracts/provider.ts'
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
import { descriptionOf, type ProviderDescription } from './provider-description.ts'
import { randomToken } from './random-token.ts'
import type { SigningKeys } from './signing-keys.ts'

export interface ServedProvider extends ProviderDescription {
  /** Issuer and base URL are the same: `http://127.0.0.1:PORT/ID`. */
  readonly issuer: string
  readonly fixture: ProviderFixture
  readonly paths: ServedPaths
  readonly clientId: string
  readonly clientSecret: string
  /** The key of a client that authenticates with `private_key_jwt`. */
  readonly clientKey: PrivateJwk | undefined
  readonly redirectUris: Set<string>
  readonly postLogoutRedirectUris: Set<string>
  backchannelLogoutUri: string | null
  /** The key of the person who signs in without pages, in tests. */
  answersAs: string | null

  /** The keys of people who have signed in to the application before. */
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

/** What the providers of one server share. */
export interface ServerParts {
  readonly origin: string
  readonly people: PeopleDirectory
  /** Adds a person, and stores them. */
  readonly addPerson: PeopleDirectory['add']
  readonly now: () => number
  readonly log: (line: string) => void
}

/** What makes one provider answer as the real one does. */
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
  const { id } = description
  const clientSecret = randomToken()
  return {
    ...descriptionOf(description),
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

/** Paths below the issuer. */
export interface ServedPaths {
  readonly authorization: string
  readonly token: string
  readonly refresh?: string | undefined
  readonly userinfo?: string | undefined
  readonly endSession?: string | undefined
  readonly revocation?: string | undefined
}

/** The fixture's paths, otherwise those of the real provider's fixed endpoints, otherwise defaults. */
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

/** The fixture's algorithm, otherwise the one that the provider declares (its client accepts no other), otherwise RS256. */
function signingAlgorithmOf(
  fixture: ProviderFixture,
  { idTokenSigningAlg }: ProviderDescription,
): SigningAlgorithm {
  const declared = signingAlgorithms.includes(idTokenSigningAlg) ? idTokenSigningAlg : undefined
  return fixture.idTokenSigningAlg ?? (declared as SigningAlgorithm | undefined) ?? 'RS256'
}

/** The client in the form that fixtures receive. */
export function fixtureClient({ clientId, clientSecret, redirectUris }: ServedProvider): FixtureClient {
  return { id: clientId, secret: clientSecret, redirectUris: [...redirectUris] }
}

/** Returns the provider's own refusal of a request that does not meet its requirements, or null. */
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
  // RFC 6749 §3.1.2: no fragment. Loopback only: this server's codes must not leave the machine.
  if (!url || !isHttp || uri.includes('#') || !isLoopbackHostname(url.hostname)) {
    throw new LatchkeyError('config_option_invalid', {
      detail: `The local identity provider answers to loopback addresses only, not to ${uri}.`,
    })
  }
}
