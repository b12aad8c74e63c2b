// Where the application lives, as far as URLs and cookies are concerned. It is configuration; only in development,
// without any, a loopback Host says which port it is (DESIGN: never from Host or X-Forwarded-*).
import { LatchkeyError } from '../errors.ts'
import { type CookieJarNames, cookieNames } from '../web/cookies.ts'
import { isLoopbackHostname } from '../web/loopback.ts'

export interface Place {
  readonly origin: string
  readonly hostname: string
  readonly isLoopback: boolean
  readonly cookies: CookieJarNames & { readonly secure: boolean }
}

export interface Places {
  /** Throws `request_wrong_host` where only a Host could tell and it is not loopback. */
  readonly of: (host: string | null) => Place
  /** For checks that come with a cookie and nothing else. */
  readonly latest: () => Place | null
}

/** A developer's machine has few ports; a flood of made-up ones must not grow this. */
const MOST_PLACES = 50

export function createPlaces(origin: string | null): Places {
  if (origin) {
    const place = placeOf(origin)
    return { of: () => place, latest: () => place }
  }
  const places = new Map<string, Place>()
  let latest: Place | null = null
  return {
    of(host) {
      const key = host ?? ''
      const known = places.get(key)
      if (known) {
        latest = known
        return known
      }
      const url = URL.canParse(`http://${key}`) ? new URL(`http://${key}`) : null
      // A Host that is not this machine may be an attacker's (DNS rebinding, cache poisoning).
      if (!url || !isLoopbackHostname(url.hostname)) {
        throw new LatchkeyError('request_wrong_host', { detail: `Host "${key.slice(0, 100)}" is not loopback.` })
      }
      // One name, whatever loopback name was typed: cookies of localhost and 127.0.0.1 do not mix.
      latest = placeOf(`http://localhost${url.port ? `:${url.port}` : ''}`)
      if (places.size >= MOST_PLACES) places.clear()
      places.set(key, latest)
      return latest
    },
    latest: () => latest,
  }
}

function placeOf(origin: string): Place {
  const url = new URL(origin)
  return Object.freeze({
    origin,
    hostname: url.hostname,
    isLoopback: isLoopbackHostname(url.hostname),
    cookies: cookieNames(url),
  })
}
