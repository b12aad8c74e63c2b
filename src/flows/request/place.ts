// Where the application lives, as far as URLs and cookies are concerned. It is configuration: a Host chooses at most among
// origins that are configured; only in development, without any, a loopback Host says which port it is.
import { type CredentialReader, credentialReaders } from '../../sessions/session-check.ts'
import { type CookieNames, cookieNames, type SharedSession } from '../../web/cookies.ts'
import { isLoopbackHostname } from '../../web/loopback.ts'

export interface Place {
  readonly origin: string
  readonly hostname: string
  readonly isLoopback: boolean
  readonly cookies: CookieNames
  /** How a request can show its session here. */
  readonly credentials: readonly CredentialReader[]
}

export interface Places {
  /** The only place, where one origin is configured: no request is asked for its host. */
  readonly only: Place | null
  /** Null where only a Host could tell, and it is neither loopback nor one of several origins. */
  readonly find: (host: string | null) => Place | null
  /** For checks that come with a cookie and nothing else: the first origin, or the loopback place that was asked last. */
  readonly latest: () => Place | null
}

/** A developer's machine has few ports; a flood of made-up ones must not grow this. */
const MOST_PLACES = 50

export interface PlaceOptions {
  /** The configured ones, the first first; empty where a loopback Host decides. */
  readonly origins: readonly string[]
  /** Default: `/auth`. */
  readonly basePath?: string | undefined
  /** The domain whose hosts share the session cookie; null: each origin keeps its own. */
  readonly cookieDomain?: string | null | undefined
  /** A session may be shown by `Authorization` too. Default: false. */
  readonly bearer?: boolean | undefined
}

export function createPlaces({ origins, ...options }: PlaceOptions): Places {
  const { cookieDomain } = options
  const [first] = origins
  if (first !== undefined) {
    const shared = cookieDomain ? { domain: cookieDomain, origin: new URL(first) } : undefined
    return configuredPlaces(origins.map((origin) => placeOf(origin, options, shared)))
  }
  const places = new Map<string, Place>()
  let latest: Place | null = null
  return {
    only: null,
    find(host) {
      const key = host ?? ''
      const place = places.get(key) ?? loopbackPlace(key, options)
      if (!place) return null
      if (places.size >= MOST_PLACES) places.clear()
      places.set(key, place)
      latest = place
      return place
    },
    latest: () => latest,
  }
}

/** A single origin stands, whatever a request says. Of several, the Host says which one is meant, and only one of these. */
function configuredPlaces(places: readonly Place[]): Places {
  const latest = () => places[0] ?? null
  if (places.length === 1) return { only: latest(), find: latest, latest }
  const byHost = new Map(places.flatMap((place) => hostsOf(place).map((host) => [host, place])))
  return { only: null, find: (host) => byHost.get(host?.toLowerCase() ?? '') ?? null, latest }
}

/** As browsers write it, and with the port that they leave out. */
function hostsOf({ origin }: Place): readonly string[] {
  const { host, port, protocol } = new URL(origin)
  return port ? [host] : [host, `${host}:${protocol === 'https:' ? 443 : 80}`]
}

/** One name, whatever loopback name was typed: cookies of localhost and 127.0.0.1 do not mix. */
function loopbackPlace(host: string, options: OnePlaceOptions): Place | null {
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null
  if (!url || !isLoopbackHostname(url.hostname)) return null
  return placeOf(`http://localhost${url.port ? `:${url.port}` : ''}`, options)
}

type OnePlaceOptions = Pick<PlaceOptions, 'basePath' | 'bearer'>

function placeOf(origin: string, { basePath, bearer }: OnePlaceOptions, shared?: SharedSession): Place {
  const url = new URL(origin)
  const cookies = cookieNames(url, basePath, shared)
  return Object.freeze({
    origin,
    hostname: url.hostname,
    isLoopback: isLoopbackHostname(url.hostname),
    cookies,
    credentials: credentialReaders(cookies, bearer),
  })
}

/** For a request to an unknown host: good for an error page only. */
export const nowhere: Place = placeOf('http://localhost', {})
