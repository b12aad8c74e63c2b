// The guard of APIs for hosts whose routes throw their answer: React Router and TanStack Start.
import type { AccessToken } from '../oauth/resource/resource-options.ts'
import { type GivenBearerOptions, requestGuard } from './bearer.ts'

/** What `requireBearer` needs of the arguments of a handler. */
export interface BearerArgs {
  readonly request: Request
}

/**
 * `const readers = requireBearer({ issuer, audience, scopes: 'notes:read' })`, once, and in a route `const { subject } = await readers(args)`:
 * lets requests through that carry an access token of this issuer. Others get 401 or 403 (RFC 6750). No middleware is needed. Serve the
 * metadata from a route: `api.metadata()`.
 */
export function requireBearer(options: GivenBearerOptions): (args: BearerArgs) => Promise<AccessToken> {
  const check = requestGuard(options)
  return async ({ request }) => {
    const { token, refusal } = await check(request)
    if (refusal) throw refusal
    return token
  }
}
