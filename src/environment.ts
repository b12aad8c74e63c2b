// Options from environment variables, as docs/environment.md lists them, so that a server can be configured without code.
import { type AllowRule, allowEmailDomain, allowOrganization } from './accounts/allow-rules.ts'
import type { Provider } from './contracts/provider.ts'
import type { Store } from './contracts/store.ts'
import { givenOrigins, isProductionAt } from './environment/deployment.ts'
import { nativeClientsFrom } from './environment/native-clients.ts'
import { chooseProviders } from './environment/providers.ts'
import { StartProblems } from './environment/start-problems.ts'
import { themeFromEnvironment } from './environment/theme.ts'
import { type Environment, readVariables, type VariableReader } from './environment/variables.ts'
import type { LatchkeyOptions } from './options.ts'
import { quietTexts } from './providers/definition/hidden-secrets.ts'
import { storeFromUrl } from './stores/parts/store-from-url.ts'

export { resourceFromEnvironment } from './environment/resource.ts'
export type { Environment }

/**
 * Reads the options of `latchkey()` from environment variables.
 *
 * @throws LatchkeyError `config_*` for invalid values: one error reports all of them, each with its variable.
 *
 * @example
 * ```ts
 * import { latchkey } from 'latchkey'
 * import { optionsFromEnvironment } from 'latchkey/environment'
 *
 * const auth = latchkey(await optionsFromEnvironment(process.env))
 * ```
 */
export async function optionsFromEnvironment(environment: Environment): Promise<LatchkeyOptions> {
  const problems = new StartProblems()
  const read = readVariables(environment, problems)
  const origin = read.text('ORIGIN')
  const isProduction = isProductionAt(environment, givenOrigins(undefined, environment))
  const port = read.integer('PORT', 0, 65_535) ?? 3000
  // In parallel, since both load modules.
  const storing = storeFromEnvironment(environment).catch((error: unknown) => withoutStore(problems, error))
  const { providers, notices } = await chooseProviders({ environment, isProduction, problems })
  const options: LatchkeyOptions = {
    environment: quietTexts(environment),
    origin: origin ?? (isProduction ? undefined : `http://localhost:${port}`),
    providers,
    notices,
    store: await storing,
    basePath: read.text('BASE_PATH'),
    siteName: read.text('SITE_NAME'),
    newUserPath: read.text('NEW_USER_PATH'),
    language: read.text('SITE_LANGUAGE'),
    languages: read.list('SITE_LANGUAGES'),
    theme: themeFromEnvironment(read),
    audience: read.text('LATCHKEY_AUDIENCE'),
    session: {
      idleSeconds: read.integer('SESSION_IDLE_SECONDS', 1, YEAR),
      absoluteSeconds: read.integer('SESSION_ABSOLUTE_SECONDS', 1, YEAR),
      cacheSeconds: read.integer('SESSION_CACHE_SECONDS', 0, 3_600),
      claims: read.list('SESSION_CLAIMS'),
      acceptUnbound: read.flag('ACCEPT_UNBOUND'),
    },
    migrations: migrationsFrom(read, providers),
    attemptLifetimeSeconds: read.integer('ATTEMPT_LIFETIME_SECONDS', 1, 900),
    freshSeconds: read.integer('FRESH_SECONDS', 1, YEAR),
    trustedProxies: read.integer('TRUST_PROXY', 0, 100),
    keepTokens: read.flag('KEEP_TOKENS') ?? false,
    revokeTokensAtSignOut: read.flag('REVOKE_TOKENS_AT_SIGN_OUT'),
    silentLogin: read.text('SILENT_LOGIN'),
    acceptThirdPartyLogin: read.flag('ACCEPT_THIRD_PARTY_LOGIN'),
    clients: nativeClientsFrom(read),
    bearer: read.flag('BEARER'),
    accessTokenSeconds: read.integer('ACCESS_TOKEN_SECONDS', 1, 86_400),
    audit: auditFrom(read),
    allow: allowFrom(read),
    // Migrates at start, in production too, unless `MIGRATE` turns it off.
    migrate: read.flag('MIGRATE') ?? true,
  }
  // Report all other start-up problems in the same error. If there are none here, `latchkey()` reports them, since its caller
  // may add options.
  if (problems.found.length > 0) {
    const { addStartProblems } = await import('./setup/resolve-options.ts')
    addStartProblems(options, problems)
  }
  problems.throwIfAny(notices)
  return options
}

/** Records the error and continues without the store, so that later problems are found too. */
async function withoutStore(problems: StartProblems, error: unknown): Promise<Store> {
  problems.add(error)
  const { memory } = await import('./stores/memory.ts')
  return memory()
}

const YEAR = 31_536_000

/** Returns the store that `DATABASE_URL` names, with sessions in Redis if `REDIS_URL` is set. */
export async function storeFromEnvironment(environment: Environment): Promise<Store> {
  const behind = await databaseFromEnvironment(environment)
  if (!environment.REDIS_URL) return behind
  const { redis } = await import('./stores/redis.ts')
  return redis(environment.REDIS_URL, { behind })
}

/** Returns the store that `DATABASE_URL` names; an SQLite file by default. */
export function databaseFromEnvironment(environment: Environment): Promise<Store> {
  return storeFromUrl(environment.DATABASE_URL || 'sqlite:.latchkey/app.db', {
    schema: environment.DATABASE_SCHEMA || undefined,
    authToken: environment.DATABASE_AUTH_TOKEN || undefined,
  })
}

/**
 * Returns the providers that the environment enables, in the order of `PROVIDERS`, then the others of `OIDC_PROVIDERS`.
 *
 * @throws LatchkeyError `config_*`
 */
export async function providersFromEnvironment(environment: Environment): Promise<readonly Provider[]> {
  const problems = new StartProblems()
  const isProduction = isProductionAt(environment, givenOrigins(undefined, environment))
  const { providers } = await chooseProviders({ environment, isProduction, problems })
  problems.throwIfAny()
  return providers
}

/** `GOOGLE_MIGRATES_FROM`: the previous issuer of the same people, or the id of their previous provider. */
function migrationsFrom(read: VariableReader, providers: readonly Provider[]): LatchkeyOptions['migrations'] {
  const windows = providers.flatMap(({ id, variablePrefix: prefix }) => {
    const [from, until] = [`${prefix}_MIGRATES_FROM`, `${prefix}_MIGRATES_UNTIL`]
    const before = read.text(from)
    const end = read.text(until)
    if (before === undefined && end === undefined) return []
    if (before === undefined)
      return read.refuse(until, `needs ${from}, an issuer or the id of a provider`) ?? []
    // A window that never closes would give people a second identity forever.
    if (end === undefined) return read.refuse(from, `needs ${until}, a day such as 2027-03-31`) ?? []
    const source = before.includes(':') ? { issuer: before } : { provider: before }
    return [[id, { ...source, until: end }] as const]
  })
  return windows.length > 0 ? Object.fromEntries(windows) : undefined
}

function auditFrom(read: VariableReader): LatchkeyOptions['audit'] {
  const keepSeconds = read.integer('AUDIT_KEEP_SECONDS', 0, 100 * YEAR)
  if (keepSeconds === undefined) return undefined
  return keepSeconds > 0 && { keepSeconds }
}

/** A sign-in must satisfy every rule that is set. */
function allowFrom(read: VariableReader): AllowRule | undefined {
  const domains = read.list('ALLOWED_EMAIL_DOMAINS')
  const organizations = read.list('ALLOWED_ORGANIZATIONS')
  const rules = [
    ...(domains ? [allowEmailDomain(...domains)] : []),
    ...(organizations ? [allowOrganization(...organizations)] : []),
  ]
  if (rules.length === 0) return undefined
  return (identity, context) => rules.every((rule) => rule(identity, context))
}
