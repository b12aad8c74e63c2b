// One name for one machine: cookies of localhost and 127.0.0.1 do not mix, so a page that a developer opens at the other
// name moves to the configured one before a login starts there.
import { isLoopbackHostname } from '../../web/loopback.ts'
import { type Parts, pathTo, type Visit } from './parts.ts'

/** Says that the browser was moved once: it is never moved twice. */
const MOVED = 'moved'

/**
 * Where this page is at the configured name; null where it may stay. Only `Host` says what the browser asked for: the address
 * that a server or a proxy makes up (`0.0.0.0`, `web:3000`) is none that a browser has seen.
 */
export function atItsOneName(parts: Parts, { url, place, request }: Visit): string | null {
  if (!place.isLoopback || request.method !== 'GET' || url.searchParams.has(MOVED)) return null
  const host = `http://${request.headers.get('host')}`
  if (!URL.canParse(host)) return null
  const seen = new URL(host)
  const port = new URL(place.origin).port
  // Another port is another server, such as one behind a development proxy that rewrites Host.
  if (!isLoopbackHostname(seen.hostname) || seen.hostname === place.hostname || seen.port !== port)
    return null
  const query = Object.fromEntries(url.searchParams)
  const route = url.pathname.slice(parts.settings.basePath.length)
  return `${place.origin}${pathTo(parts, route, { ...query, [MOVED]: '1' })}`
}
