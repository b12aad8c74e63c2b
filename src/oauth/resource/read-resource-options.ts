// Validates the options of `protectedResource` and fills in the defaults. Faults throw when the API is created.
import type { LogEntry } from '../../contracts/log.ts'
import { LatchkeyError } from '../../errors.ts'
import { faultInEndpointUrl, faultInInternalUrl, faultInIssuer } from '../../outbound/endpoint-url.ts'
import { foundValue } from '../../web/foreign-text.ts'
import { dpopAlgorithms } from './dpop-algorithms.ts'
import type {
  BearerDemand,
  DpopOptions,
  IntrospectionOptions,
  ProtectedResourceOptions,
  TrustedIssuer,
} from './resource-options.ts'

/** A trusted issuer with its defaults. */
export interface IssuerSettings extends Omit<TrustedIssuer, 'audience' | 'introspection'> {
  readonly audiences: readonly string[]
  readonly introspection: (IntrospectionOptions & { readonly cacheSeconds: number }) | null
}

/** The options with their defaults. */
export interface ResourceSettings {
  /** Null if tokens name this API by a text that is not an address: then there are no metadata and no proofs. */
  readonly resource: URL | null
  readonly issuers: ReadonlyMap<string, IssuerSettings>
  readonly scopesSupported: readonly string[] | null
  readonly name: string | null
  readonly documentation: string | null
  readonly dpop: DpopOptions & { readonly required: boolean; readonly algorithms: readonly string[] }
  readonly clockToleranceSeconds: number
  readonly log: (entry: LogEntry) => void
  readonly fetch: typeof fetch | undefined
  readonly now: () => number
}

/** The demand of a route with its defaults. */
export interface CheckedDemand {
  readonly scopes: readonly string[]
  readonly acrValues: readonly string[] | null
  readonly maxAgeSeconds: number | null
}

/** @throws LatchkeyError `config_option_invalid`. */
export function readResourceOptions(options: ProtectedResourceOptions): ResourceSettings {
  const audiences = options.audience === undefined ? [] : textsOf('audience', options.audience)
  const resource = readResource(options.resource, audiences)
  const named = audiences.length > 0 ? audiences : options.resource === undefined ? [] : [options.resource]
  const { dpop = {}, scopesSupported, documentation } = options
  if (documentation !== undefined) check('documentation', faultInEndpointUrl(documentation), documentation)
  return Object.freeze({
    resource,
    issuers: readIssuers(options.issuer, named),
    scopesSupported: scopesSupported === undefined ? null : scopesOf('scopesSupported', scopesSupported),
    name: options.name ?? null,
    documentation: documentation ?? null,
    dpop: readDpop(dpop, resource),
    clockToleranceSeconds: seconds('clockToleranceSeconds', options.clockToleranceSeconds, {
      fallback: 60,
      most: 300,
    }),
    log: options.log ?? (() => {}),
    fetch: options.fetch,
    now: options.now ?? Date.now,
  })
}

/** @throws LatchkeyError `config_option_invalid`. */
export function readDemand({ scopes, acr, maxAge }: BearerDemand): CheckedDemand {
  return Object.freeze({
    scopes: scopes === undefined ? [] : scopesOf('scopes', scopes),
    acrValues: acr === undefined ? null : scopesOf('acr', acr),
    maxAgeSeconds: maxAge === undefined ? null : seconds('maxAge', maxAge, { fallback: 0, most: 31_536_000 }),
  })
}

function readResource(given: string | undefined, audiences: readonly string[]): URL | null {
  // A given `resource` must be valid; an audience may be any text.
  if (given !== undefined) {
    check('resource', faultInIssuer(given), given)
    return new URL(given)
  }
  const address = audiences.find((audience) => faultInIssuer(audience) === null)
  return address === undefined ? null : new URL(address)
}

function readIssuers(
  given: ProtectedResourceOptions['issuer'],
  audiences: readonly string[],
): ReadonlyMap<string, IssuerSettings> {
  const list = (Array.isArray(given) ? given : [given]) as readonly (string | TrustedIssuer)[]
  const issuers = new Map<string, IssuerSettings>()
  for (const each of list) {
    const issuer = readIssuer(typeof each === 'string' ? { issuer: each } : each, audiences)
    if (issuers.has(issuer.issuer)) throw wrong(`issuer ${foundValue(issuer.issuer)} is listed twice`)
    issuers.set(issuer.issuer, issuer)
  }
  if (issuers.size === 0) throw wrong('issuer is empty')
  const asked = [...issuers.values()].filter(({ introspection }) => introspection !== null)
  const unclear = asked.find(({ introspection }) => introspection?.owns === undefined)
  // A token that is sent to an issuer other than its own could be used by that issuer.
  if (asked.length > 1 && unclear) {
    throw wrong(
      `issuer ${foundValue(unclear.issuer)}: where several issuers are asked, each needs introspection.owns, which says whether a token is one of its own`,
    )
  }
  return issuers
}

function readIssuer(given: TrustedIssuer, fallback: readonly string[]): IssuerSettings {
  const { audience, introspection, metadataUrl, jwksUrl, backchannelUrl, algorithms, ...rest } = given ?? {}
  check('issuer', faultInIssuer(rest.issuer), rest.issuer)
  const name = (option: string): string => `issuer ${foundValue(rest.issuer)}: ${option}`
  if (metadataUrl !== undefined) check(name('metadataUrl'), faultInEndpointUrl(metadataUrl), metadataUrl)
  if (jwksUrl !== undefined) check(name('jwksUrl'), faultInEndpointUrl(jwksUrl), jwksUrl)
  if (backchannelUrl !== undefined)
    check(name('backchannelUrl'), faultInInternalUrl(backchannelUrl), backchannelUrl)
  const audiences = audience === undefined ? fallback : textsOf(name('audience'), audience)
  // RFC 9068 §4: a token for another API must not be accepted by this one.
  if (audiences.length === 0) throw wrong('audience (or resource) must say what tokens call this API')
  return Object.freeze({
    ...rest,
    metadataUrl,
    jwksUrl,
    backchannelUrl,
    algorithms: algorithms === undefined ? dpopAlgorithms : asymmetric(name('algorithms'), algorithms),
    audiences,
    introspection: introspection === undefined ? null : readIntrospection(introspection, name),
  })
}

function readIntrospection(
  given: IntrospectionOptions,
  name: (option: string) => string,
): NonNullable<IssuerSettings['introspection']> {
  const { clientId, clientSecret, endpoint, clientAuthentication = 'client_secret_basic' } = given
  for (const [option, value] of Object.entries({ clientId, clientSecret })) {
    if (typeof value !== 'string' || value === '')
      throw wrong(`${name(`introspection.${option}`)} is missing`)
  }
  if (!['client_secret_basic', 'client_secret_post'].includes(clientAuthentication)) {
    throw wrong(
      `${name('introspection.clientAuthentication')} must be client_secret_basic or client_secret_post. Found ${foundValue(clientAuthentication)}`,
    )
  }
  if (endpoint !== undefined) check(name('introspection.endpoint'), faultInEndpointUrl(endpoint), endpoint)
  const cacheSeconds = seconds(name('introspection.cacheSeconds'), given.cacheSeconds, {
    fallback: 30,
    most: 3600,
  })
  return Object.freeze({ ...given, clientAuthentication, cacheSeconds })
}

function readDpop(given: DpopOptions, resource: URL | null): ResourceSettings['dpop'] {
  const { required = false, algorithms } = given
  if ((required || given.nonceSecret !== undefined) && resource === null)
    throw wrong('dpop needs resource, the address that proofs are held against')
  return Object.freeze({
    ...given,
    required,
    lifetimeSeconds: seconds('dpop.lifetimeSeconds', given.lifetimeSeconds, {
      fallback: 60,
      most: 600,
      least: 1,
    }),
    algorithms: algorithms === undefined ? dpopAlgorithms : asymmetric('dpop.algorithms', algorithms),
  })
}

/** RFC 8725 §3.1 and §3.2: `none` proves nothing, and with a shared secret this API, and everyone who can read its keys, could sign. */
function asymmetric(name: string, algorithms: readonly string[]): readonly string[] {
  const unknown = textsOf(name, algorithms).find((algorithm) => !dpopAlgorithms.includes(algorithm))
  if (unknown === undefined) return Object.freeze([...algorithms])
  throw wrong(`${name}: ${foundValue(unknown)} is none of ${dpopAlgorithms.join(', ')}`)
}

/** RFC 6749 §3.3: printable ASCII without blanks, quotes and backslashes, because scopes are written into a header. */
function scopesOf(name: string, given: string | readonly string[]): readonly string[] {
  const scopes = textsOf(name, typeof given === 'string' ? given.split(' ') : given)
  const odd = scopes.find((scope) => !/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope))
  if (odd !== undefined) throw wrong(`${name} has ${foundValue(odd)}, which is no scope`)
  return scopes
}

function textsOf(name: string, given: string | readonly string[]): readonly string[] {
  const texts: readonly unknown[] = [given].flat()
  const odd = texts.find((text) => typeof text !== 'string' || text === '')
  if (texts.length === 0 || odd !== undefined)
    throw wrong(`${name} must be a text, or a list of texts. Found ${foundValue(odd ?? given)}`)
  return Object.freeze(texts.map(String))
}

function seconds(
  name: string,
  value: number | undefined,
  {
    fallback,
    most,
    least = 0,
  }: { readonly fallback: number; readonly most: number; readonly least?: number },
): number {
  const given = value ?? fallback
  if (Number.isInteger(given) && given >= least && given <= most) return given
  throw wrong(`${name} must be a whole number from ${least} to ${most}. Found ${foundValue(given)}`)
}

function check(name: string, fault: string | null, value: unknown): void {
  if (fault !== null) throw wrong(`${name} ${fault}. Found ${foundValue(value)}`)
}

function wrong(detail: string): LatchkeyError {
  return new LatchkeyError('config_option_invalid', { detail: `protectedResource: ${detail}.` })
}
