// The stylesheet of all pages: from our own origin, since the Content-Security-Policy allows no other.
import type { Parts, Visit } from './parts.ts'

/** `GET /auth/latchkey.css?v=`: the version in the address makes it cacheable for good. */
export async function showStylesheet(parts: Parts, visit: Visit): Promise<Response> {
  const isNamed = visit.url.searchParams.get('v') === parts.stylesheet.version
  return new Response(parts.stylesheet.css, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': isNamed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
