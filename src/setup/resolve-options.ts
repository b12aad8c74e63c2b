// Resolves and checks the options once, at start.
import { builtInLanguages } from '#languages'
import type { Gate } from '../contracts/gate.ts'
import type { LogEntry } from '../contracts/log.ts'
import type { AnyUser } from '../contracts/user.ts'
import { nodeVersion } from '../crypto/node-fast-paths.ts'
import { deploymentNotices, givenOrigins, isProductionAt } from '../environment/deployment.ts'
import { StartProblems } from '../environment/start-problems.ts'
import { textsOf } from '../environment/texts-of.ts'
import { readVariables } from '../environment/variables.ts'
import { LatchkeyError } from '../errors.ts'
import type { LatchkeyOptions, OwnUserOptions, Settings, UserFieldOptions } from '../options.ts'
import { planProxies } from '../outbound/proxy-environment.ts'
import { safeReturnPath } from '../web/return-path.ts'
import { checkCredentials } from './credentials.ts'
import { readAudience } from './read-audience.ts'
import { readClaimNames } from './read-claim-names.ts'
import { clientNotices, readClients } from './read-clients.ts'
import { readCookieDomain } from './read-cookie-domain.ts'
import { readDevIdentityProvider } from './read-dev-identity-provider.ts'
import { frontEndNotices, readFrontEnds } from './read-front-ends.ts'
import { readLanguages } from './read-languages.ts'
import { readMigrations } from './read-migrations.ts'
import { readOwnOrigins } from './read-origin.ts'
import { readProviders } from './read-providers.ts'
import { readSecrets } from './read-secrets.ts'
import { readTheme } from './read-theme.ts'

/** The options, with any type of user. */
export type AllOptions = LatchkeyOptions<never> &
  Partial<UserFieldOptions<object>> &
  Partial<OwnUserOptions<AnyUser>>

/** Fills in the defaults and checks everything. Throws a `config_*` error that reports all problems at once. */
export function resolveOptions(options: AllOptions): Settings {
  const problems = new StartProblems()
  const settings = readOptions(options, problems)
  problems.throwIfAny()
  return settings
}

/** Like `resolveOptions`, for a server that starts: each provider needs credentials or the local identity provider. */
export function resolveStartOptions(options: AllOptions): Settings {
  const problems = new StartProblems()
  const settings = readOptions(options, problems)
  checkCredentials(settings, problems)
  problems.throwIfAny()
  return settings
}

/** Adds the problems that would prevent a start with these options. An empty list of providers is not reported again. */
export function addStartProblems(options: AllOptions, problems: StartProblems): void {
  const further = new StartProblems()
  checkCredentials(readOptions(options, further), further)
  for (const problem of further.found) {
    if (options.providers.length > 0 || problem.code !== 'config_provider_invalid') problems.add(problem)
  }
}

function readOptions(options: AllOptions, problems: StartProblems): Settings {
  const environment = textsOf(options.environment ?? globalThis.process?.env ?? {})
  const variables = readVariables(environment, problems)
  const readSeconds = secondsReader(problems)
  const given = givenOrigins(options.origin, environment)
  const isProduction = isProductionAt(environment, given)
  const ownOrigins = readOwnOrigins(given, isProduction, problems)
  const [origin = null] = ownOrigins
  const frontEnds = readFrontEnds(options.origins ?? variables.list('ORIGINS'), {
    ownOrigins,
    isProduction,
    problems,
  })
  const cookieDomain = options.cookieDomain ?? variables.text('COOKIE_DOMAIN')
  const secret = options.secret ?? environment.LATCHKEY_SECRET
  const clockTolerance = options.clockToleranceSeconds ?? variables.integer('CLOCK_TOLERANCE', 0, 300)
  const trustedProxies = options.trustedProxies ?? variables.integer('TRUST_PROXY', 0, 100)
  const store = options.store ?? null
  problems.attempt(() => checkStoreIsThere(options), undefined)
  variables.integer('LATCHKEY_DEV_PORT', 1, 65_535)
  const basePath = problems.attempt(() => readBasePath('basePath', options.basePath ?? '/auth'), '/auth')
  const audience = problems.attempt(() => readAudience(options.audience), null)
  return Object.freeze({
    providers: readProviders(options.providers, { environment, isProduction, problems }),
    store,
    isProduction,
    devIdentityProvider: readDevIdentityProvider(variables, { isProduction, ownOrigins }),
    origin,
    ownOrigins,
    frontEnds,
    cookieDomain: problems.attempt(() => readCookieDomain(cookieDomain, ownOrigins), null),
    secrets: problems.attempt(() => readSecrets(secret, { isProduction, origin }), []),
    basePath,
    audience: audience ?? `${origin ?? 'http://localhost'}${basePath}`,
    // With a gate, sessions that it never checked must not be accepted.
    acceptUnbound: options.session?.acceptUnbound ?? options.allow === undefined,
    publicBasePath: problems.attempt(() => readPublicBasePath(options, environment) ?? basePath, basePath),
    clientFields: problems.attempt(() => readClientFields(options), []),
    siteName: options.siteName ?? null,
    idleSeconds: readSeconds('session.idleSeconds', options.session?.idleSeconds, 7 * 86_400),
    absoluteSeconds: readSeconds('session.absoluteSeconds', options.session?.absoluteSeconds, 30 * 86_400),
    cacheSeconds: readSeconds('session.cacheSeconds', options.session?.cacheSeconds, 60, 3_600, 0),
    attemptLifetimeSeconds: readSeconds('attemptLifetimeSeconds', options.attemptLifetimeSeconds, 600, 900),
    freshSeconds: readSeconds('freshSeconds', options.freshSeconds, 600),
    clockToleranceSeconds: readSeconds('clockToleranceSeconds', clockTolerance, 60, 300, 0),
    keepTokens: options.keepTokens ?? false,
    migrate: options.migrate ?? !isProduction,
    revokeTokensAtSignOut: options.revokeTokensAtSignOut ?? false,
    trustedProxies: readSeconds('trustedProxies', trustedProxies, 0, 100, 0),
    ...problems.attempt(() => readLanguages(options, atHand), readLanguages({}, atHand)),
    theme: problems.attempt(() => readTheme(options.theme), readTheme()),
    pages: options.pages ?? {},
    linkingPolicy: options.linkingPolicy ?? null,
    // The types of `latchkey` ensure that the gate matches the type of user.
    allow: (options.allow as Gate<AnyUser> | undefined) ?? (() => true),
    userFields: options.userFields ?? null,
    users: options.users ?? null,
    log: options.log ?? ((entry: LogEntry) => console.log(JSON.stringify(entry))),
    on: options.on ?? null,
    audit: problems.attempt(() => readAudit(options, readSeconds), null),
    newUserPath: problems.attempt(() => readNewUserPath(options), null),
    silentLogin: problems.attempt(() => readSilentLogin(options), null),
    acceptThirdPartyLogin: options.acceptThirdPartyLogin ?? false,
    clients: readClients(options.clients ?? [], problems),
    bearer: options.bearer ?? false,
    accessTokenSeconds: readSeconds('accessTokenSeconds', options.accessTokenSeconds, 900, 86_400),
    sessionClaims: problems.attempt(() => readClaimNames(options.session?.claims), []),
    fieldsFrom: options.fieldsFrom ?? null,
    migrations: problems.attempt(() => readMigrations(options), new Map()),
    fetch: options.fetch ?? null,
    now: options.now ?? Date.now,
    environment,
    notices: Object.freeze([
      ...deploymentNotices(environment, ownOrigins),
      ...frontEndNotices(frontEnds, ownOrigins),
      ...(options.fetch ? [] : planProxies(environment, nodeVersion).notices),
      ...clientNotices(options.clients ?? [], options.bearer ?? false),
      ...(options.notices ?? []),
    ]),
  })
}

const atHand = Object.keys(builtInLanguages)

/** Checks the options that need a store. */
function checkStoreIsThere(options: AllOptions): void {
  const { store, keepTokens, audit, userFields, fieldsFrom, users, migrations, clients } = options
  if (fieldsFrom && !userFields) {
    throw new LatchkeyError('config_option_invalid', {
      detail: 'fieldsFrom fills the fields of userFields: give that schema too.',
    })
  }
  const needing = {
    keepTokens,
    audit,
    userFields: fieldsFrom ? undefined : userFields,
    users,
    migrations,
    // A sealed session is in one cookie, so the session of a native app could not be ended.
    clients: clients?.length,
  }
  const [name] = Object.entries(needing).find(([, value]) => value) ?? []
  if (!store && name) {
    throw new LatchkeyError('config_store_missing', {
      detail: `${name} needs a store: latchkey({ store: … }).`,
    })
  }
  if (userFields && users) {
    throw new LatchkeyError('config_option_invalid', {
      detail: 'users and userFields: in a table of your own, fields are columns of yours.',
    })
  }
}

function readAudit({ audit, store }: AllOptions, readSeconds: SecondsReader): Settings['audit'] {
  if (!store || audit === false) return null
  if (typeof audit !== 'object') return { keepMilliseconds: null }
  const longest = 100 * 31_536_000
  return { keepMilliseconds: readSeconds('audit.keepSeconds', audit.keepSeconds, longest, longest) * 1000 }
}

function readNewUserPath({ newUserPath, store }: AllOptions): string | null {
  if (newUserPath === undefined) return null
  if (!store) {
    throw new LatchkeyError('config_store_missing', {
      detail: 'newUserPath needs a store: without one it is unknown who is new.',
    })
  }
  if (newUserPath !== '' && safeReturnPath(newUserPath) === newUserPath) return newUserPath
  throw new LatchkeyError('config_option_invalid', {
    detail: `newUserPath must be a path of this application, such as "/welcome". Found ${JSON.stringify(newUserPath)?.slice(0, 100)}.`,
  })
}

function readSilentLogin({ silentLogin, providers }: AllOptions): string | null {
  if (silentLogin === undefined) return null
  if (providers.some(({ id, protocol }) => id === silentLogin && protocol === 'oidc')) return silentLogin
  throw new LatchkeyError('config_option_invalid', {
    detail: `silentLogin: "${silentLogin}" is not the id of a configured OpenID Connect provider.`,
  })
}

/** Own fields only: the base fields of the user are always included. */
function readClientFields({ clientFields = [], userFields, users }: AllOptions): readonly string[] {
  const names: readonly unknown[] = clientFields
  if (names.length > 0 && !userFields && !users) {
    throw new LatchkeyError('config_option_invalid', {
      detail: 'clientFields names fields of userFields or users: give one of them too.',
    })
  }
  if (names.every((name): name is string => typeof name === 'string' && name !== '')) return names
  throw new LatchkeyError('config_option_invalid', { detail: 'clientFields must be a list of names.' })
}

function readPublicBasePath(
  { publicBasePath }: AllOptions,
  { PUBLIC_BASE_PATH }: Readonly<Record<string, string | undefined>>,
): string | null {
  if (publicBasePath !== undefined) return readBasePath('publicBasePath', publicBasePath)
  return PUBLIC_BASE_PATH ? readBasePath('PUBLIC_BASE_PATH', PUBLIC_BASE_PATH) : null
}

function readBasePath(name: string, path: string): string {
  if (!/^(\/[A-Za-z0-9._~-]+)+$/.test(path)) {
    throw new LatchkeyError('config_option_invalid', {
      detail: `${name} "${path.slice(0, 100)}" must look like "/auth": a leading slash, none at the end.`,
    })
  }
  return path
}

type SecondsReader = (
  name: string,
  value: number | undefined,
  fallback: number,
  most?: number,
  least?: number,
) => number

function secondsReader(problems: StartProblems): SecondsReader {
  return (name, value, fallback, most = 31_536_000, least = 1) => {
    const seconds = value ?? fallback
    if (Number.isInteger(seconds) && seconds >= least && seconds <= most) return seconds
    const detail = `${name} is ${String(seconds).slice(0, 40)}, and must be a whole number from ${least} to ${most}.`
    problems.add(new LatchkeyError('config_option_invalid', { detail }))
    return fallback
  }
}
