// What every operation at one provider works with: who we are there, how to reach it, and what is remembered of it.
import type { AuthorizationServer, allowInsecureRequests, Client, customFetch } from 'oauth4webapi'
import type { LoginTrace } from '../../contracts/inspection.ts'
import { loadOnce } from '../../contracts/load-once.ts'
import type { ClientKey, Provider, SecretMaker } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import { checkBackchannel } from '../../outbound/check-backchannel.ts'
import { createServerLookup, isOnPlainHttp, type ServerLookup } from './authorization-server.ts'
import { importClientKey, type SigningKey } from './client-key.ts'
import { createKeySet, type KeySet } from './key-set.ts'
import { loadOauth } from './libraries.ts'
import { createProviderFetch, type ProviderFetch } from './provider-fetch.ts'
import { isSecretAlgorithm } from './signing-algorithms.ts'
import { sharedFetch } from './tell-exchange.ts'
import { translating } from './translate-error.ts'

/** What the protocol layer needs of its surroundings. */
export interface ProtocolSettings {
  /** Bounded in time and size by its maker; follows no redirects. */
  readonly fetch: typeof fetch
  /** Epoch milliseconds. */
  readonly now: () => number
  /** By how much a provider's clock may differ from ours. */
  readonly clockToleranceSeconds: number
  /** A development machine or network: a provider's `backchannelUrl` may be plain HTTP. Default: false. */
  readonly isDevelopment?: boolean | undefined
  /** How long discovered metadata is used. Default 3600. */
  readonly metadataLifetimeSeconds?: number | undefined
  /** Receives what a provider does oddly, without harm, for the log. It contains no secrets. */
  readonly onNotice?: ((notice: ProviderNotice) => void) | undefined
}

/** Something odd about a provider that did not prevent a sign-in. */
export interface ProviderNotice {
  /** The provider's id. */
  readonly provider: string
  readonly detail: string
}

/** How the application is registered at the provider. */
export interface ClientCredentials {
  readonly clientId: string
  /** A function where it is minted, as a short-lived assertion is; it is asked for each request. Null for a public client. */
  readonly clientSecret: string | SecretMaker | null
  /** Instead of a secret: `private_key_jwt` (OpenID Connect Core §9, RFC 7523 §2.2). */
  readonly clientKey?: ClientKey | (() => ClientKey) | undefined
}

export interface ProviderConnection {
  readonly provider: Provider
  readonly clientId: string
  readonly clientSecret: () => Promise<string | null>
  readonly clientKey: () => Promise<SigningKey | null>
  /** Whether there is one, minted or not. */
  readonly hasSecret: boolean
  readonly hasKey: boolean
  readonly fetch: ProviderFetch
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly clockToleranceSeconds: number
  readonly server: ServerLookup
  readonly keys: KeySet
  /** Says something odd in the log. */
  readonly notice: (detail: string) => void
  /** Hears of each step: development only, else null. */
  readonly trace: LoginTrace | null
  /** Logins that wait for something that all of them share. Empty where there is no inspector. */
  readonly watchers: Set<LoginTrace>
}

/** Connects nothing yet. @throws LatchkeyError `config_provider_invalid`, `config_provider_credentials_missing`. */
export function createConnection(
  provider: Provider,
  { clientId, clientSecret, clientKey }: ClientCredentials,
  settings: ProtocolSettings,
): ProviderConnection {
  const { now, clockToleranceSeconds, metadataLifetimeSeconds = 3600 } = settings
  const method = provider.clientAuthentication ?? 'none'
  if (clientId === '' || (clientSecret === null && !clientKey && method !== 'none')) {
    throw new LatchkeyError('config_provider_credentials_missing', {
      detail: `Provider "${provider.id}": ${clientId === '' ? 'the client id' : `the secret for ${method}`} is missing.`,
    })
  }
  if (isSecretAlgorithm(provider.idTokenSigningAlg) && clientSecret === null) {
    throw new LatchkeyError('config_provider_credentials_missing', {
      detail: `Provider "${provider.id}": the secret is missing with which ${provider.idTokenSigningAlg} is verified.`,
    })
  }
  checkBackchannel(provider, settings.isDevelopment ?? false)
  const importedKey = loadOnce(async () => {
    if (!clientKey) return null
    return importClientKey(typeof clientKey === 'function' ? clientKey() : clientKey)
  })
  const fetch = createProviderFetch({ provider, fetch: settings.fetch, now })
  const notice = (detail: string) => settings.onNotice?.({ provider: provider.id, detail })
  const watchers = new Set<LoginTrace>()
  const server = createServerLookup(provider, {
    fetch: sharedFetch(fetch, watchers, 'metadata'),
    now,
    lifetimeSeconds: metadataLifetimeSeconds,
    onNotice: notice,
  })
  return {
    provider,
    clientId,
    // A secret that cannot be minted is no fault of the provider's answer.
    clientSecret: () =>
      translating(
        { what: 'client secret', at: 'client-credentials', otherwise: 'provider_credentials_refused' },
        async () =>
          typeof clientSecret === 'function' ? clientSecret({ clientId, now: now() }) : clientSecret,
      ),
    hasSecret: clientSecret !== null,
    hasKey: clientKey !== undefined,
    clientKey: importedKey,
    fetch,
    now,
    clockToleranceSeconds,
    server,
    keys: createKeySet({ server, fetch: sharedFetch(fetch, watchers, 'keys'), now }),
    notice,
    trace: null,
    watchers,
  }
}

/** The protocol library's words for a connection, at this moment. */
export interface Conversation {
  readonly oauth: Awaited<ReturnType<typeof loadOauth>>
  readonly server: AuthorizationServer
  readonly client: Client
  readonly options: RequestOptions
}

/** Common to all requests of the protocol library. */
interface RequestOptions {
  readonly [customFetch]: ProviderFetch
  readonly [allowInsecureRequests]: boolean
}

/** Begins to talk: finds the endpoints, and sets the library's clock to ours. */
export async function converse(connection: ProviderConnection): Promise<Conversation> {
  const oauth = await loadOauth()
  const server = await connection.server()
  return {
    oauth,
    server,
    client: {
      client_id: connection.clientId,
      // The library reads the machine's clock; wall time comes from `now` alone.
      [oauth.clockSkew]: Math.floor(connection.now() / 1000) - Math.floor(Date.now() / 1000),
      [oauth.clockTolerance]: connection.clockToleranceSeconds,
    },
    options: {
      [oauth.customFetch]: connection.fetch,
      [oauth.allowInsecureRequests]: isOnPlainHttp(connection.provider),
    },
  }
}
