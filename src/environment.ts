// Options from environment variables, as docs/environment.md lists them: a server that is configured by its
// environment needs no code for it.
import type { Provider } from './contracts/provider.ts'
import type { Store } from './contracts/store.ts'
import { variableOf } from './contracts/variable-of.ts'
import { LatchkeyError } from './errors.ts'
import type { LatchkeyOptions } from './options.ts'
import { catalogueKinds, loadCatalogueEntry } from './providers/definition/catalogue.ts'
import { oidc } from './providers/oidc.ts'
import { storeFromUrl } from './stores/parts/store-from-url.ts'
import { redis } from './stores/redis.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** What stands in when no provider is configured at all, in development. */
const DEVELOPMENT_KINDS = ['google', 'github', 'facebook']

/**
 * `latchkey(await optionsFromEnvironment(process.env))`.
 * @throws LatchkeyError `config_*` for values that cannot be used.
 */
export async function optionsFromEnvironment(environment: Environment): Promise<LatchkeyOptions> {
  const isProduction = environment.NODE_ENV === 'production'
  const origin =
    environment.ORIGIN || (isProduction ? undefined : `http://localhost:${environment.PORT || '3000'}`)
  return {
    environment,
    origin,
    providers: await providersFromEnvironment(environment),
    store: storeFromEnvironment(environment),
    trustedProxies: Number(environment.TRUST_PROXY || 0),
    keepTokens: environment.KEEP_TOKENS === '1',
    // At start, in production too, unless it is left to a command.
    migrate: environment.MIGRATE !== '0',
  }
}

/** The store that `DATABASE_URL` names, with sessions in Redis where `REDIS_URL` names one. */
export function storeFromEnvironment(environment: Environment): Store {
  const behind = databaseFromEnvironment(environment)
  return environment.REDIS_URL ? redis(environment.REDIS_URL, { behind }) : behind
}

/** The store that `DATABASE_URL` names; an SQLite file by default. */
export function databaseFromEnvironment(environment: Environment): Store {
  return storeFromUrl(environment.DATABASE_URL || 'sqlite:.latchkey/app.db')
}

/** The providers that the environment turns on: the catalogue's first, then those of `OIDC_PROVIDERS`. */
export async function providersFromEnvironment(environment: Environment): Promise<readonly Provider[]> {
  const kinds = catalogueKinds.filter((kind) => environment[`${variableOf(kind)}_CLIENT_ID`])
  const named = (environment.OIDC_PROVIDERS ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean)
  const isEmpty = kinds.length === 0 && named.length === 0
  const chosen = isEmpty && environment.NODE_ENV !== 'production' ? DEVELOPMENT_KINDS : kinds
  return Promise.all([
    ...chosen.map((kind) => catalogueProvider(environment, { kind, id: kind, prefix: variableOf(kind) })),
    ...named.map((id) => namedProvider(environment, id)),
  ])
}

/** One of `OIDC_PROVIDERS`: any OpenID Connect provider, or a further instance of a catalogue kind. */
async function namedProvider(environment: Environment, id: string): Promise<Provider> {
  const prefix = `OIDC_${variableOf(id)}`
  const kind = environment[`${prefix}_KIND`]
  if (kind) return catalogueProvider(environment, { kind, id, prefix })
  const issuer = environment[`${prefix}_ISSUER`]
  const clientId = environment[`${prefix}_CLIENT_ID`]
  if (!issuer || !clientId) {
    throw new LatchkeyError('config_provider_invalid', {
      detail: `OIDC_PROVIDERS names "${id}", so ${prefix}_ISSUER and ${prefix}_CLIENT_ID are needed.`,
    })
  }
  return oidc({
    id,
    issuer,
    name: environment[`${prefix}_NAME`] || undefined,
    scopes: scopesOf(environment[`${prefix}_SCOPE`]),
    ...credentialsOf(environment, prefix),
  })
}

async function catalogueProvider(
  environment: Environment,
  { kind, id, prefix }: { readonly kind: string; readonly id: string; readonly prefix: string },
): Promise<Provider> {
  const make = await loadCatalogueEntry(kind)
  if (!make) {
    throw new LatchkeyError('config_provider_invalid', {
      detail: `${prefix}_KIND is "${kind}"; known kinds: ${catalogueKinds.join(', ')}.`,
    })
  }
  return make({
    id,
    name: environment[`${prefix}_NAME`] || undefined,
    scopes: scopesOf(environment[`${prefix}_SCOPE`]),
    baseUrl: environment[`${prefix}_BASE_URL`] || undefined,
    apiUrl: environment[`${prefix}_API_URL`] || undefined,
    issuer: environment[`${prefix}_ISSUER`] || undefined,
    clientId: environment[`${prefix}_CLIENT_ID`] || undefined,
    clientSecret: environment[`${prefix}_CLIENT_SECRET`] || undefined,
  })
}

/** A client without a secret is a public one (RFC 6749 §2.1). */
function credentialsOf(environment: Environment, prefix: string) {
  const clientId = environment[`${prefix}_CLIENT_ID`]
  const clientSecret = environment[`${prefix}_CLIENT_SECRET`]
  return clientSecret ? { clientId, clientSecret } : { clientId, clientAuthentication: 'none' as const }
}

function scopesOf(text: string | undefined): readonly string[] | undefined {
  return text ? text.split(/[\s,]+/).filter(Boolean) : undefined
}
