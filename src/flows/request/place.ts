// Where the application lives, as far as URLs and cookies are concerned. It is configuration; only in development,
// without any, a loopback Host says which port it is (DESIGN: never from Host or X-Forwarded-*).
import { type CookieNames, cookieNames } from '../../web/cookies.ts'
import { isLoopbackHostname } from '../../web/loopback.ts'

export interface Place {
  readonly origin: string
  readonly hostname: string
  readonly isLoopback: boolean
  readonly cookies: CookieNames
}

export interface Places {
  /** Null where only a Host could tell and it is not loopback. */
  readonly find: (host: string | null) => Place | null
  /** For checks that come with a cookie and nothing else. */
  readonly latest: () => Place | null
}

/** A developer's machine has few ports; a flood of made-up ones must not grow this. */
const MOST_PLACES = 50

export function createPlaces(origin: string | null, basePath?: string): Places {
  if (origin) {
    const place = placeOf(origin, basePath)
    return { find: () => place, latest: () => place }
  }
  const places = new Map<string, Place>()
  let latest: Place | null = null
  return {
    find(host) {
      const key = host ?? ''
      const place = places.get(key) ?? loopbackPlace(key, basePath)
      if (!place) return null
      if (places.size >= MOST_PLACES) places.clear()
      places.set(key, place)
      latest = place
      return place
    },
    latest: () => latest,
  }
}

/** One name, whatever loopback name was typed: cookies of localhost and 127.0.0.1 do not mix. */
function loopbackPlace(host: string, basePath: string | undefined): Place | null {
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null
  if (!url || !isLoopbackHostname(url.hostname)) return null
  return placeOf(`http://localhost${url.port ? `:${url.port}` : ''}`, basePath)
}

function placeOf(origin: string, basePath: string | undefined): Place {
  const url = new URL(origin)
  return Object.freeze({
    origin,
    hostname: url.hostname,
    isLoopback: isLoopbackHostname(url.hostname),
    cookies: cookieNames(url, basePath),
  })
}

/** Where a request stands that came to no place of ours: good for an error page only. */
export const nowhere: Place = placeOf('http://localhost', undefined)
