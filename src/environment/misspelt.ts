// Finds misspelt variables, so that a typing error does not silently mean the default.
import type { EntryOptions } from '../contracts/entry-options.ts'
import { variableOfOption } from '../contracts/variable-of.ts'
import { distance } from '../web/spelling.ts'
import { providerVariables } from './provider-variables.ts'
import { themeVariables } from './theme.ts'
import type { Environment } from './variables.ts'

/** The prefix and options of an enabled provider: `GOOGLE`, `OIDC_ACME`. */
export interface KnownPrefix {
  readonly prefix: string
  readonly ownOptions: EntryOptions
}

/** Variables without a provider's prefix. */
export const plainVariables: readonly string[] = [
  'ACCEPT_THIRD_PARTY_LOGIN',
  'ACCEPT_UNBOUND',
  'ACCESS_TOKEN_SECONDS',
  'ALLOWED_EMAIL_DOMAINS',
  'ALLOWED_ORGANIZATIONS',
  'ATTEMPT_LIFETIME_SECONDS',
  'AUDIT_KEEP_SECONDS',
  'BASE_PATH',
  'BEARER',
  'CLOCK_TOLERANCE',
  'COOKIE_DOMAIN',
  'DATABASE_AUTH_TOKEN',
  'DATABASE_SCHEMA',
  'DATABASE_URL',
  'FRESH_SECONDS',
  'GATEWAY_ACCESS_TOKENS',
  'GATEWAY_AUDIENCE',
  'GATEWAY_TOKEN_SECONDS',
  'KEEP_TOKENS',
  'LATCHKEY_AUDIENCE',
  'LATCHKEY_DEV_IDP',
  'LATCHKEY_DEV_PORT',
  'LATCHKEY_SECRET',
  'NATIVE_CLIENTS',
  'NATIVE_CLIENT_NAMES',
  'NEW_USER_PATH',
  'OIDC_PROVIDERS',
  'ORIGINS',
  'PROVIDERS',
  'PUBLIC_BASE_PATH',
  'REDIS_URL',
  'REVOKE_TOKENS_AT_SIGN_OUT',
  'SESSION_ABSOLUTE_SECONDS',
  'SESSION_CACHE_SECONDS',
  'SESSION_CLAIMS',
  'SESSION_IDLE_SECONDS',
  'SILENT_LOGIN',
  'SITE_LANGUAGE',
  'SITE_LANGUAGES',
  'SITE_NAME',
  'TRUST_PROXY',
  'UPSTREAM_HOST',
  'UPSTREAM_TIMEOUT_SECONDS',
  ...themeVariables,
]

/** Variables of a provider that are not options of it. */
const windowSuffixes: readonly string[] = ['MIGRATES_FROM', 'MIGRATES_UNTIL']

/** Variables of this package's tools and packaging, which a server does not read. */
const ownPrefix = 'LATCHKEY_'
const ofTools: readonly string[] = ['LATCHKEY_PACKAGE']

/** Returns a sentence for each variable that is probably misspelt. */
export function misspeltVariables(
  environment: Environment,
  providers: readonly KnownPrefix[],
): readonly string[] {
  const known = new Set([...plainVariables, ...providers.flatMap(namesOf)])
  const named = new Set(providers.map(({ prefix }) => prefix))
  const index = indexOf(known)
  return Object.keys(environment).flatMap((name) => {
    if (known.has(name) || ofTools.includes(name) || !environment[name]) return []
    const meant = nearest(name, index)
    if (meant) return [`${name} is not read. ${meant} is.`]
    return isOnlyOurs(name, named) ? [unknownSentence(name, named)] : []
  })
}

function namesOf({ prefix, ownOptions }: KnownPrefix): readonly string[] {
  const own = Object.keys(ownOptions).map((option) => `${prefix}_${variableOfOption(option)}`)
  return [
    ...providerVariables.map(({ suffix }) => `${prefix}_${suffix}`),
    `${prefix}_KIND`,
    ...windowSuffixes.map((suffix) => `${prefix}_${suffix}`),
    ...own,
  ]
}

/** Only Latchkey uses `OIDC_…` and `LATCHKEY_…`; other programs use `GITHUB_TOKEN`. */
function isOnlyOurs(name: string, prefixes: ReadonlySet<string>): boolean {
  if (name.startsWith(ownPrefix)) return true
  if (!name.startsWith('OIDC_')) return false
  const hasPrefix = [...prefixes].some((prefix) => name.startsWith(`${prefix}_`))
  return hasPrefix || /_(?:CLIENT_ID|CLIENT_SECRET|ISSUER)$/.test(name)
}

function unknownSentence(name: string, prefixes: ReadonlySet<string>): string {
  const isOfProvider = [...prefixes].some((prefix) => name.startsWith(`${prefix}_`))
  const isOidc = name.startsWith('OIDC_') && !isOfProvider
  return isOidc
    ? `${name} is not read: OIDC_PROVIDERS does not name that provider.`
    : `${name} is not read: there is no such variable (docs/environment.md).`
}

/** Known names by their first two letters, so that a start does not compare every name with every other. */
type Index = ReadonlyMap<string, readonly { readonly name: string; readonly bare: string }[]>

function indexOf(known: ReadonlySet<string>): Index {
  return Map.groupBy(
    [...known].map((name) => ({ name, bare: bareOf(name) })),
    ({ bare }) => bare.slice(0, 2),
  )
}

/** Returns the known name that differs only by underscores, by one character, or by two in a long name. */
function nearest(name: string, index: Index): string | undefined {
  const bare = bareOf(name)
  const most = bare.length > 16 ? 2 : bare.length > 6 ? 1 : 0
  // Few typing errors are in the first letters.
  return index
    .get(bare.slice(0, 2))
    ?.find((one) => Math.abs(one.bare.length - bare.length) <= most && distance(bare, one.bare, most) <= most)
    ?.name
}

function bareOf(name: string): string {
  return name.toUpperCase().replaceAll(/[_-]/g, '')
}
