// A fixture's answer as an HTTP response that must not be cached (RFC 6749 §5.1).
import type { FixtureAnswer } from '../contracts/provider-fixture.ts'

export function fixtureResponse({ status, contentType, body }: FixtureAnswer): Response {
  return new Response(body, { status, headers: { 'content-type': contentType, 'cache-control': 'no-store' } })
}
