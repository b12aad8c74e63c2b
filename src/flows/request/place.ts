// The origins of the application, for URLs and cookies. They are configured: the Host header only selects one of the configured
// origins. In development without a configured origin, a loopback Host determines the port.
import { type CredentialReader, credentialReaders } from '../../sessions/session-check.ts'
import { type CookieNames, cookieNames, type SharedSession } from '../../web/cookies.ts'
import { isLoopbackHostname } from '../../web/loopback.ts'

export interface Place {
  readonly origin: string
  readonly hostname: string
  readonly isLoopback: boolean
  readonly cookies: CookieNames
  /** How a request can identify its session here. */
  readonly credentials: readonly CredentialReader[]
}

export interface Places {
  /** The only place, if one origin is configured: the Host header is then ignored. */
  readonly only: Place | null
  /** Returns the place of a Host; null if it is neither loopback nor one of several origins. */
  readonly find: (host: string | null) => Place | null
  /** For checks without a Host: the first origin, or the loopback place that was used last. */
  readonly latest: () => Place | null
}

/** Limited, so that requests with many invented ports do not fill the map. */
const MOST_PLACES = 50

export interface PlaceOptions {
  /** The configured origins, in order; empty if a loopback Host determines the origin. */
  readonly origins: readonly string[]
  /** Default: `/auth`. */
  readonly basePath?: string | undefined
  /** The domain whose hosts share the session cookie; null if each origin has its own. */
  readonly cookieDomain?: string | null | undefined
  /** Accepts sessions by `Authorization` too. Default: false. */
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

/** A single origin is used whatever the Host header is. With several, the Host selects one of them. */
function configuredPlaces(places: readonly Place[]): Places {
  const latest = () => places[0] ?? null
  if (places.length === 1) return { only: latest(), find: latest, latest }
  const byHost = new Map(places.flatMap((place) => hostsOf(place).map((host) => [host, place])))
  return { only: null, find: (host) => byHost.get(host?.toLowerCase() ?? '') ?? null, latest }
}

/** Returns the host as browsers send it, and with the default port that they omit. */
function hostsOf({ origin }: Place): readonly string[] {
  const { host, port, protocol } = new URL(origin)
  return port ? [host] : [host, `${host}:${protocol === 'https:' ? 443 : 80}`]
}

/** Uses `localhost` for every loopback name, since localhost and 127.0.0.1 do not share cookies. */
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

/** For requests to an unknown host, which only get an error page. */
export const nowhere: Place = placeOf('http://localhost', {})
