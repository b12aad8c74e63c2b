// What every operation at one provider uses: our registration, how to reach the provider, and what is cached about it.
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

/** What the protocol layer needs from the application. */
export interface ProtocolSettings {
  /** With limits on time and size, and without following redirects. */
  readonly fetch: typeof fetch
  /** Epoch milliseconds. */
  readonly now: () => number
  /** The accepted difference between a provider's clock and ours, in seconds. */
  readonly clockToleranceSeconds: number
  /** A development machine or network: a provider's `backchannelUrl` may be plain HTTP. Default: false. */
  readonly isDevelopment?: boolean | undefined
  /** How long discovered metadata is used, in seconds. Default: 3600. */
  readonly metadataLifetimeSeconds?: number | undefined
  /** Receives oddities of a provider that do no harm, for the log. They contain no secrets. */
  readonly onNotice?: ((notice: ProviderNotice) => void) | undefined
}

/** An oddity of a provider that did not prevent a sign-in. */
export interface ProviderNotice {
  /** The provider's id. */
  readonly provider: string
  readonly detail: string
}

/** How the application is registered at the provider. */
export interface ClientCredentials {
  /** The client id that the provider has issued. */
  readonly clientId: string
  /** A function if the secret is generated, such as a short-lived assertion; called for each request. Null for a public client. */
  readonly clientSecret: string | SecretMaker | null
  /** Instead of a secret: `private_key_jwt` (OpenID Connect Core §9, RFC 7523 §2.2). */
  readonly clientKey?: ClientKey | (() => ClientKey) | undefined
}

export interface ProviderConnection {
  readonly provider: Provider
  readonly clientId: string
  readonly clientSecret: () => Promise<string | null>
  readonly clientKey: () => Promise<SigningKey | null>
  /** Whether there is a secret, generated or not. */
  readonly hasSecret: boolean
  readonly hasKey: boolean
  readonly fetch: ProviderFetch
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly clockToleranceSeconds: number
  readonly server: ServerLookup
  readonly keys: KeySet
  /** Logs an oddity. */
  readonly notice: (detail: string) => void
  /** Receives each step of a login: in development only, otherwise null. */
  readonly trace: LoginTrace | null
  /** Logins that wait for a request that all of them share. Empty without an inspector. */
  readonly watchers: Set<LoginTrace>
}

/** Makes no request yet. @throws LatchkeyError `config_provider_invalid`, `config_provider_credentials_missing`. */
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
    // A secret that cannot be generated is not a fault of the provider's answer.
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

/** The arguments of the protocol library for a connection, at this moment. */
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

/** Loads the library, finds the endpoints, and sets the library's clock to ours. */
export async function converse(connection: ProviderConnection): Promise<Conversation> {
  const oauth = await loadOauth()
  const server = await connection.server()
  return {
    oauth,
    server,
    client: {
      client_id: connection.clientId,
      // The library reads the machine's clock, but our wall time comes only from `now`.
      [oauth.clockSkew]: Math.floor(connection.now() / 1000) - Math.floor(Date.now() / 1000),
      [oauth.clockTolerance]: connection.clockToleranceSeconds,
    },
    options: {
      [oauth.customFetch]: connection.fetch,
      [oauth.allowInsecureRequests]: isOnPlainHttp(connection.provider),
    },
  }
}
