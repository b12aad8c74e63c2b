// The stylesheet of all pages: from this origin, since the Content-Security-Policy allows no other.
import { type Parts, providersIfKnown, type Visit } from './parts.ts'

/** `GET /auth/latchkey.css?v=`: the version in the URL makes it cacheable forever. */
export async function showStylesheet(parts: Parts, visit: Visit): Promise<Response> {
  const { css, version } = parts.stylesheetFor(await providersIfKnown(visit))
  const isNamed = visit.url.searchParams.get('v') === version
  return new Response(css, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': isNamed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
