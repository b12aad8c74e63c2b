// localhost and 127.0.0.1 do not share cookies, so a page that a developer opens at the other name redirects to the configured
// one before a login starts.
import { isLoopbackHostname } from '../../web/loopback.ts'
import { type Parts, pathTo, type Visit } from './parts.ts'

/** Marks a redirected request, which is not redirected again. */
const MOVED = 'moved'

/**
 * Returns the address of this page at the configured name; null if no redirect is needed. Uses `Host`, since only this header
 * is what the browser requested: a server or proxy may put another host into the URL (`0.0.0.0`, `web:3000`).
 */
export function atItsOneName(parts: Parts, { url, place, request }: Visit): string | null {
  if (!place.isLoopback || request.method !== 'GET' || url.searchParams.has(MOVED)) return null
  const host = `http://${request.headers.get('host')}`
  if (!URL.canParse(host)) return null
  const seen = new URL(host)
  const port = new URL(place.origin).port
  // Another port is another server, such as a development proxy that rewrites Host.
  if (!isLoopbackHostname(seen.hostname) || seen.hostname === place.hostname || seen.port !== port)
    return null
  const query = Object.fromEntries(url.searchParams)
  const route = url.pathname.slice(parts.settings.basePath.length)
  return `${place.origin}${pathTo(parts, route, { ...query, [MOVED]: '1' })}`
}
