// The local identity provider: in development, it answers over real HTTP as the providers without credentials would.
// It binds to 127.0.0.1, answers only to loopback names, and refuses to start in production.
import type { Server } from 'node:http'
import type { Hono } from 'hono'
import type { Person, ProviderFixture } from '../contracts/provider-fixture.ts'
import { LatchkeyError } from '../errors.ts'
import { loadFixture } from '../providers/fixtures/index.ts'
import { people as fixturePeople } from '../providers/fixtures/people.ts'
import { type RequestRecord, unavailable } from './exchange.ts'
import type { FaultOptions } from './fault-switch.ts'
import type { Fault } from './faults.ts'
import { listen } from './listen.ts'
import { withPortrait } from './pages/portrait.ts'
import { createPeopleDirectory } from './people-directory.ts'
import { describes, type ProviderDescription } from './provider-description.ts'
import { providerRoutes } from './provider-routes.ts'
import { registerAt } from './register.ts'
import { makeClientKey, type Registration } from './registration.ts'
import { createRequestLog } from './request-log.ts'
import {
  checkLoopbackUri,
  createServedProvider,
  type ProviderShape,
  type ServedProvider,
  type ServerParts,
} from './served-provider.ts'
import { type MountedProvider, serverRoutes } from './server-routes.ts'
import { signOutEverywhere } from './sign-out.ts'
import { createSigningKeys, type SigningKeysOptions } from './signing-keys.ts'
import { openStateFile, type StateFile } from './state-file.ts'

/** Options of `startDevIdentityProvider()`. */
export interface DevIdentityProviderOptions {
  /** The wanted port. If it is taken, the next free one is used. 0: any free port. Default: 3001. */
  readonly port?: number | undefined
  /**
   * The folder of `dev-idp.json`, which stores the port, the keys and added people, so that issuers and subjects survive restarts.
   * `null`: nothing is written. Default: null.
   */
  readonly stateDirectory?: string | null | undefined
  /** The people who can sign in. Default: the people of the fixtures. */
  readonly people?: readonly Person[] | undefined
  /** Fixtures for kinds that are not in the catalogue, by kind. */
  readonly fixtures?: Readonly<Record<string, ProviderFixture>> | undefined
  /**
   * Whether the server keeps the process alive until `close()`. Set `false` if the application's server decides that.
   * Default: true.
   */
  readonly keepsProcessAlive?: boolean | undefined
  /**
   * Whether applications in other processes on this machine, such as workers, may register here; their variable `LATCHKEY_DEV_IDP`
   * names this server (docs/init.md). If true, the server uses exactly `port`, or does not start. Default: false.
   */
  readonly acceptsRegistrations?: boolean | undefined
  /** Receives lines for the developer. Default: silent. */
  readonly log?: ((line: string) => void) | undefined
  /** Milliseconds since the epoch. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
}

/** A running local identity provider. */
export interface DevIdentityProvider {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
  /**
   * Serves this provider below `${origin}/${id}`. The same description again returns the same registration; a changed description
   * of the same id replaces the provider. Rejects with `config_provider_invalid` if the id is invalid or no fixture has the kind.
   */
  serve(provider: ProviderDescription): Promise<Registration>
  /** Registers an exact redirect URI. Throws `config_option_invalid` if it is not on loopback, `provider_unknown` for an unknown id. */
  allowRedirect(providerId: string, redirectUri: string): void
  /** Registers an address after logout. Throws as `allowRedirect` does. */
  allowPostLogoutRedirect(providerId: string, uri: string): void
  /** Sets where logout tokens are posted (OpenID Connect Back-Channel Logout §2.2). `null`: nowhere. Throws as `allowRedirect` does. */
  setBackchannelLogout(providerId: string, uri: string | null): void
  /** Makes the next `times` answers of this provider faulty. Default: all, until cleared with `null`. */
  setFault(providerId: string, fault: Fault | null, options?: FaultOptions): void
  /** Answers authorization requests at once, without pages, as this person, until cleared with `null`. */
  answerAs(providerId: string, personKey: string | null): void
  /** Adds a person, or replaces the one with the same key. */
  addPerson(person: Person): void
  /** Ends a person's sessions at this provider and notifies the application, like the button on the account page. */
  signOutEverywhere(providerId: string, personKey: string): Promise<void>
  /** The latest requests, oldest first. Contains no secrets. */
  readonly requests: readonly RequestRecord[]
  /** Stops the server and closes all connections. */
  close(): Promise<void>
}

/** Starts the local identity provider. Rejects with `config_option_invalid` if `NODE_ENV=production`, or if no port is free. */
export async function startDevIdentityProvider(
  options: DevIdentityProviderOptions = {},
): Promise<DevIdentityProvider> {
  refuseProduction()
  const { port: wantedPort = 3001, stateDirectory = null, now = Date.now, log = () => {} } = options
  const { acceptsRegistrations = false } = options
  const state = openStateFile(stateDirectory, log)
  const mounted = new Map<string, MountedProvider>()
  const requestLog = createRequestLog()
  let routes: Hono | null = null
  const { server, port } = await listen({
    wantedPort,
    rememberedPort:
      state.read().wantedPort === wantedPort && !acceptsRegistrations ? state.read().port : null,
    mayMove: !acceptsRegistrations,
    fetch: (request) => routes?.fetch(request) ?? unavailable(),
  })
  rememberPort(state, wantedPort, { port, log })
  if (options.keepsProcessAlive === false) server.unref()

  const origin = `http://127.0.0.1:${port}`
  // Pictures are at this server's address, which is known only now. `options.people` keep their own pictures.
  const pictured = (person: Person): Person => withPortrait(person, origin)
  const people = createPeopleDirectory([
    ...(options.people ?? fixturePeople.map(pictured)),
    ...state.read().people.map(pictured),
  ])
  function addPerson(person: Person): void {
    people.add(person)
    const others = state.read().people.filter(({ key }) => key !== person.key)
    state.update({ people: [...others, person] })
  }
  const parts: ServerParts = { origin, people, addPerson, now, log }

  async function serve(description: ProviderDescription): Promise<Registration> {
    const fixture = await getFixture(options.fixtures ?? {}, description)
    const key = description.clientAuthentication === 'private_key_jwt' ? await makeClientKey() : undefined
    const known = mounted.get(description.id)?.provider
    const isKnown = known && describes(known, description)
    const provider = isKnown ? known : mount(description, { fixture, clientKey: key })
    const { issuer, clientId, clientSecret, clientKey } = provider
    return { place: { baseUrl: issuer, issuer }, clientId, clientSecret, clientKey }
  }

  function mount(
    description: ProviderDescription,
    shape: Pick<ProviderShape, 'fixture' | 'clientKey'>,
  ): ServedProvider {
    const makeKeys: ProviderShape['makeKeys'] = (alg, clientSecret) =>
      createSigningKeys({ alg, clientSecret, ...rememberedKey(state, description.id) })
    const provider = createServedProvider(description, { ...shape, makeKeys }, parts)
    let app: Hono | null = null
    mounted.set(provider.id, {
      provider,
      app() {
        app ??= providerRoutes(provider, requestLog.record)
        return app
      },
    })
    return provider
  }

  function get(id: string): ServedProvider {
    const found = mounted.get(id)
    if (found) return found.provider
    throw new LatchkeyError('provider_unknown', {
      detail: `The local identity provider does not serve ${id}.`,
    })
  }

  const idp: DevIdentityProvider = {
    origin,
    serve,
    allowRedirect(providerId, redirectUri) {
      checkLoopbackUri(redirectUri)
      get(providerId).redirectUris.add(redirectUri)
    },
    allowPostLogoutRedirect(providerId, uri) {
      checkLoopbackUri(uri)
      get(providerId).postLogoutRedirectUris.add(uri)
    },
    setBackchannelLogout(providerId, uri) {
      if (uri !== null) checkLoopbackUri(uri)
      get(providerId).backchannelLogoutUri = uri
    },
    setFault: (providerId, fault, faultOptions) => get(providerId).faults.set(fault, faultOptions),
    answerAs(providerId, personKey) {
      if (personKey !== null && !people.find(personKey)) {
        throw new LatchkeyError('config_option_invalid', { detail: `There is no person ${personKey}.` })
      }
      get(providerId).answersAs = personKey
    },
    addPerson,
    signOutEverywhere: (providerId, personKey) => signOutEverywhere(get(providerId), personKey),
    requests: requestLog.records,
    close: () => close(server),
  }
  routes = serverRoutes({ mounted, people, log, register: acceptsRegistrations ? registerAt(idp) : null })
  return idp
}

function refuseProduction(): void {
  if (process.env.NODE_ENV !== 'production') return
  throw new LatchkeyError('config_option_invalid', {
    detail:
      'The local identity provider checks no passwords and never starts with NODE_ENV=production. Give each provider its real credentials.',
  })
}

/** Stores one port per wanted port. While another program uses it, the next free one is used, but not stored. */
function rememberPort(
  state: StateFile,
  wantedPort: number,
  { port, log }: { readonly port: number; readonly log: (line: string) => void },
): void {
  const { wantedPort: before, port: remembered } = state.read()
  if (before !== wantedPort || remembered === null) {
    state.update({ wantedPort, port })
  } else if (remembered !== port) {
    log(
      `Local identity provider: port ${remembered} is taken, so it is at ${port} now. Its issuers contain the port: accounts made at the old one are not found until it is free again.`,
    )
  }
}

function rememberedKey(state: StateFile, providerId: string): Pick<SigningKeysOptions, 'stored' | 'save'> {
  return {
    stored: state.read().keys[providerId] ?? null,
    save: (key) => state.update({ keys: { ...state.read().keys, [providerId]: key } }),
  }
}

async function getFixture(
  further: Readonly<Record<string, ProviderFixture>>,
  { id, kind }: ProviderDescription,
): Promise<ProviderFixture> {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) {
    throw new LatchkeyError('config_provider_invalid', {
      detail: `${id} is not an id of a provider: it begins with a small letter, then small letters, digits and hyphens.`,
    })
  }
  const fixture = Object.hasOwn(further, kind) ? further[kind] : await loadFixture(kind)
  if (fixture) return fixture
  throw new LatchkeyError('config_provider_invalid', {
    detail: `The local identity provider does not know what providers of the kind ${kind} answer, so it cannot stand in for ${id}. Give ${id} its real credentials, or say what it answers: \`fixtures: { ${kind}: … }\` of startTestProviders and startDevIdentityProvider takes a ProviderFixture.`,
  })
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
  // Waits one turn of the event loop, so that clients in this process notice that their idle connections were closed.
  await new Promise(setImmediate)
}
