// Options from environment variables, as docs/environment.md lists them: a server that is configured by its
// environment needs no code for it.
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
 * `latchkey(await optionsFromEnvironment(process.env))`.
 *
 * @throws LatchkeyError `config_*` for values that cannot be used: all of them at once, each with its variable.
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
  // Side by side: both load what they find.
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
    // At start, in production too, unless it is left to a command.
    migrate: read.flag('MIGRATE') ?? true,
  }
  // What else would stop the start is said in the same breath; alone, it is left to `latchkey()`, which may be given more.
  if (problems.found.length > 0) {
    const { addStartProblems } = await import('./setup/resolve-options.ts')
    addStartProblems(options, problems)
  }
  problems.throwIfAny(notices)
  return options
}

/** What follows the store in the list of problems must be found too. */
async function withoutStore(problems: StartProblems, error: unknown): Promise<Store> {
  problems.add(error)
  const { memory } = await import('./stores/memory.ts')
  return memory()
}

const YEAR = 31_536_000

/** The store that `DATABASE_URL` names, with sessions in Redis where `REDIS_URL` names one. */
export async function storeFromEnvironment(environment: Environment): Promise<Store> {
  const behind = await databaseFromEnvironment(environment)
  if (!environment.REDIS_URL) return behind
  const { redis } = await import('./stores/redis.ts')
  return redis(environment.REDIS_URL, { behind })
}

/** The store that `DATABASE_URL` names; an SQLite file by default. */
export function databaseFromEnvironment(environment: Environment): Promise<Store> {
  return storeFromUrl(environment.DATABASE_URL || 'sqlite:.latchkey/app.db', {
    schema: environment.DATABASE_SCHEMA || undefined,
    authToken: environment.DATABASE_AUTH_TOKEN || undefined,
  })
}

/**
 * The providers that the environment turns on, in the order of `PROVIDERS`, then the others of `OIDC_PROVIDERS`.
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

/** `GOOGLE_MIGRATES_FROM`: the issuer, or the id of the provider, that the same people had before. */
function migrationsFrom(read: VariableReader, providers: readonly Provider[]): LatchkeyOptions['migrations'] {
  const windows = providers.flatMap(({ id, variablePrefix: prefix }) => {
    const [from, until] = [`${prefix}_MIGRATES_FROM`, `${prefix}_MIGRATES_UNTIL`]
    const before = read.text(from)
    const end = read.text(until)
    if (before === undefined && end === undefined) return []
    if (before === undefined)
      return read.refuse(until, `needs ${from}, an issuer or the id of a provider`) ?? []
    // A window that never closes would be a second identity for ever.
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

/** Each rule that is set must hold. */
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
