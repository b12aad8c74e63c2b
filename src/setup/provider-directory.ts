// The configured providers, each with its client: created at the first use, so that a start costs nothing and a provider that
// does not respond does not affect the others.
import { loadOnce } from '../contracts/load-once.ts'
import type { Provider } from '../contracts/provider.ts'
import { LatchkeyError } from '../errors.ts'
import type { Asker, ProviderDirectory, ReadyProvider } from '../flows/request/parts.ts'
import type { Place } from '../flows/request/place.ts'
import type { ProtocolSettings } from '../oauth/server/provider-client.ts'
import type { Settings } from '../options.ts'
import { credentialsOf } from './credentials.ts'
import { localProviders } from './development.ts'
import { placeByPlace } from './place-by-place.ts'

export interface ClosableDirectory extends ProviderDirectory {
  /** Starts the local identity provider for providers without credentials, so that its address is logged. */
  readonly start: (place: Place) => Promise<void>
  readonly close: () => Promise<void>
}

/** Throws `config_provider_credentials_missing` if a provider has a client id but no secret. */
export function createProviderDirectory(settings: Settings): ClosableDirectory {
  const credentials = new Map(settings.providers.map((provider) => [provider.id, credentialsOf(provider)]))
  const localIds = settings.providers.filter(({ id }) => !credentials.get(id)).map(({ id }) => id)
  const local = localProviders(settings)
  const atPlace = placeByPlace()
  /** Keyed by the provider object, so that clients are released with their provider. */
  const clients = new WeakMap<Provider, Map<string, Promise<Speaking>>>()
  const protocolOf = loadOnce(() => loadProtocol(settings))

  async function prepare(provider: Provider, place: Place): Promise<Speaking> {
    const [{ createProviderClient }, protocol] = await Promise.all([
      import('../oauth/server/provider-client.ts'),
      protocolOf(),
    ])
    const known = credentials.get(provider.id)
    if (known) return { provider, client: createProviderClient(provider, known, protocol), isLocal: false }
    const redirectUri = `${place.origin}${settings.publicBasePath}/callback/${provider.id}`
    const { provider: moved, credentials: own } = await local.get(provider, place, redirectUri)
    return {
      provider: moved,
      client: createProviderClient(moved, own, protocol),
      isLocal: true,
    }
  }

  function speakTo(provider: Provider, { origin }: Place, prepared: () => Promise<Speaking>) {
    const byOrigin = clients.get(provider) ?? new Map<string, Promise<Speaking>>()
    clients.set(provider, byOrigin)
    let preparing = byOrigin.get(origin)
    if (!preparing) {
      preparing = prepared()
      byOrigin.set(origin, preparing)
      preparing.catch(() => byOrigin.delete(origin))
    }
    return preparing
  }

  function find(id: string, _asker: Asker): Provider {
    const provider = settings.providers.find((one) => one.id === id)
    if (!provider) throw new LatchkeyError('provider_unknown')
    return provider
  }

  const directory: ProviderDirectory = {
    list: () => settings.providers,
    find,
    async get(id, asker, which = {}) {
      const configured = find(id, asker)
      const { provider, loginPlace } = atPlace(configured, which)
      const speaking = await speakTo(provider, asker.place, () => prepare(provider, asker.place))
      return { ...speaking, configured, loginPlace }
    },
    isLocal: (id) => localIds.includes(id),
  }
  return {
    ...directory,
    async start(place) {
      await Promise.all(localIds.map((id) => standIn(directory, id, place)))
    },
    close: local.close,
  }
}

/** The cached part of `ReadyProvider`; the rest depends on the login. */
type Speaking = Pick<ReadyProvider, 'provider' | 'client' | 'isLocal'>

/** Skips a provider whose place each login chooses: its first login prepares it. */
async function standIn(directory: ProviderDirectory, id: string, place: Place): Promise<void> {
  const { loginPlace } = await directory.find(id, { place })
  if (!loginPlace) await directory.get(id, { place })
}

/** One keep-alive HTTP client for all providers, loaded at the first login. */
async function loadProtocol(settings: Settings): Promise<ProtocolSettings> {
  const { fetch, now, clockToleranceSeconds, isProduction } = settings
  const { createOutboundFetch } = await import('../outbound/outbound.ts')
  return {
    fetch: createOutboundFetch(fetch ? { fetch } : {}),
    now,
    clockToleranceSeconds,
    isDevelopment: !isProduction,
    onNotice: ({ provider, detail }) =>
      settings.log({
        event: 'provider_notice',
        level: 'warn',
        time: new Date(now()).toISOString(),
        provider,
        detail,
      }),
  }
}
