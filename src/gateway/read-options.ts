// The variables that only the gateway reads, in addition to those of docs/environment.md that every server has.
import { StartProblems } from '../environment/start-problems.ts'
import { readVariables, type VariableReader } from '../environment/variables.ts'
import { type Environment, optionsFromEnvironment } from '../environment.ts'
import type { LatchkeyOptions } from '../options.ts'
import { addStartProblems } from '../setup/resolve-options.ts'
import type { UpstreamPlace } from './proxy/upstream.ts'
import { noProxies, type ProxyList, readProxyList } from './proxy-list.ts'
import { claimsToKeep } from './rules/claims-to-keep.ts'
import { noRules } from './rules/read-rules.ts'
import type { Rules } from './rules/rules.ts'
import { readRulesValue } from './rules/rules-file.ts'

export interface GatewayOptions {
  /** The options for `latchkey()`. */
  readonly options: LatchkeyOptions
  /** Null: forward-auth mode only. */
  readonly upstream: UpstreamPlace | null
  /** The value of `RULES`. Null: every path requires a signed-in person. */
  readonly rulesValue: string | null
  readonly rules: Rules
  /** The claims that sessions keep, for these rules and those of a reload. */
  readonly keptClaims: ReadonlySet<string>
  readonly proxies: ProxyList
  /** The `aud` of the identity tokens. Null: the application's own address. */
  readonly audience: string | null
  readonly tokenSeconds: number
  readonly passesAccessTokens: boolean
  readonly port: number
  /** The address to listen on. Undefined: all addresses of this machine. */
  readonly host: string | undefined
}

/** @throws LatchkeyError `config_*`: reports all problems at once. */
export async function readGatewayOptions(environment: Environment): Promise<GatewayOptions> {
  const problems = new StartProblems()
  const read = readVariables(environment, problems)
  const proxies = proxiesFrom(read)
  const upstream = upstreamFrom(read)
  const rulesValue = read.text('RULES') ?? null
  const freshSeconds = read.integer('FRESH_SECONDS', 1, 31_536_000) ?? 600
  const rules =
    rulesValue === null ? noRules : problems.attempt(() => readRulesValue(rulesValue, freshSeconds), noRules)
  const tokenSeconds = read.integer('GATEWAY_TOKEN_SECONDS', 10, 3_600) ?? 60
  const passesAccessTokens = read.flag('GATEWAY_ACCESS_TOKENS') ?? false
  if (passesAccessTokens && !read.flag('KEEP_TOKENS')) {
    read.refuse(
      'GATEWAY_ACCESS_TOKENS',
      'needs KEEP_TOKENS=1, since tokens are dropped after the sign-in otherwise',
    )
  }
  // The gateway finds device addresses with its own proxy list; the layers below treat the result as the peer's address.
  const below = { ...environment, TRUST_PROXY: undefined }
  const options = await optionsFromEnvironment(below).catch((error: unknown) => {
    problems.add(error)
    return null
  })
  // Other problems that would prevent the start are reported together with these.
  if (options !== null && problems.found.length > 0) addStartProblems(options, problems)
  problems.throwIfAny()
  if (options === null) throw new Error('optionsFromEnvironment() failed without a problem.')
  const keptClaims = new Set([...(options.session?.claims ?? []), ...claimsToKeep(rules, options.providers)])
  return {
    options: { ...options, trustedProxies: 0, session: { ...options.session, claims: [...keptClaims] } },
    upstream,
    rulesValue,
    rules,
    keptClaims,
    proxies,
    audience: read.text('GATEWAY_AUDIENCE') ?? null,
    tokenSeconds,
    passesAccessTokens,
    port: read.integer('PORT', 0, 65_535) ?? 3000,
    host: read.text('HOST'),
  }
}

function proxiesFrom(read: VariableReader): ProxyList {
  const value = read.text('TRUST_PROXY')
  if (value === undefined) return noProxies
  const fault =
    'must be addresses and networks such as 10.0.0.0/8,2001:db8::7, or how many proxies there are (0 to 20)'
  return readProxyList(value) ?? read.refuse('TRUST_PROXY', fault) ?? noProxies
}

function upstreamFrom(read: VariableReader): UpstreamPlace | null {
  const value = read.text('UPSTREAM')
  const seconds = read.integer('UPSTREAM_TIMEOUT_SECONDS', 1, 86_400) ?? 60
  const host = read.text('UPSTREAM_HOST') ?? null
  if (host !== null && !/^[\w.:[\]-]+$/.test(host))
    read.refuse('UPSTREAM_HOST', 'must be a host name, perhaps with a port')
  if (value === undefined) return null
  const timing = { timeoutMilliseconds: seconds * 1000, host }
  const [, socketPath] = /^unix:(\/.+)$/.exec(value) ?? []
  if (socketPath !== undefined)
    return { ...timing, socketPath, url: new URL('http://localhost'), shown: value }
  const url = URL.canParse(value) ? new URL(value) : null
  const isPlain =
    url !== null && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  if (!isPlain || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    const fault =
      'must be the scheme, host and port of the application, such as http://127.0.0.1:8000, or unix:/run/app.sock'
    return read.refuse('UPSTREAM', fault) ?? null
  }
  return { ...timing, socketPath: null, url, shown: url.origin }
}
