// An API that accepts tokens of other issuers: the value that the guards of all hosts use. It reads its options at once; the code for
// the checks is loaded at the first request. RFC 6750, RFC 9068, RFC 9728.
import { loadOnce } from '../../contracts/load-once.ts'
import { platform } from '../../crypto/platform.ts'
import { createSeal } from '../../crypto/seal.ts'
import { json } from '../../web/responses.ts'
import type { CheckRequest } from './check-request.ts'
import { createDpopNonces, type DpopNonces } from './dpop-nonces.ts'
import type { ResourceRequest } from './find-access-token.ts'
import {
  type CheckedDemand,
  type ResourceSettings,
  readDemand,
  readResourceOptions,
} from './read-resource-options.ts'
import { metadataUrlOf, resourceMetadata } from './resource-metadata.ts'
import type { BearerCheck, BearerDemand, ProtectedResourceOptions } from './resource-options.ts'

/** Checks the requests of one route. */
export type BearerGuard = (request: ResourceRequest) => Promise<BearerCheck>

/** An API that admits requests with access tokens of other servers. */
export interface ProtectedResource {
  /** The path of the API's address, such as `/api`; empty if it is the root of its host, or if the API has no address. */
  readonly path: string
  /** The path of the metadata; no other resource is served below it. Null if the API has no address. */
  readonly metadataPath: string | null
  /** Answers a `GET` or `HEAD` of the metadata's path; returns null for every other request. */
  handle(request: Request): Response | null
  /** Returns the response with the metadata, for hosts that do their own routing; 404 if the API has no address. */
  metadata(): Response
  /**
   * Checks whether this request may pass. Never rejects for a request: a fault, or an issuer that does not answer, is a refusal.
   * @throws LatchkeyError `config_option_invalid` for an invalid demand.
   */
  check(request: Request, demand?: BearerDemand): Promise<BearerCheck>
  /** Makes the check of one route: the demand is validated at once. For adapters, which have no `Request`. */
  guard(demand?: BearerDemand): BearerGuard
}

/**
 * Creates an API that accepts access tokens of these issuers: JWTs (RFC 9068) and opaque tokens (RFC 7662), bound to a key (RFC 9449)
 * or not. It makes no request yet.
 *
 * @throws LatchkeyError `config_option_invalid`, `config_secret_weak`.
 * @example
 * ```ts
 * import { protectedResource } from 'latchkey/resource'
 *
 * const api = protectedResource({
 *   resource: 'https://api.example.com',
 *   issuer: 'https://login.example.com',
 * })
 *
 * export async function answer(request: Request): Promise<Response> {
 *   const metadata = api.handle(request)
 *   if (metadata) return metadata
 *   const { token, refusal } = await api.check(request, { scopes: 'notes:read' })
 *   return refusal ?? Response.json({ subject: token.subject })
 * }
 * ```
 */
export function protectedResource(options: ProtectedResourceOptions): ProtectedResource {
  const settings = readResourceOptions(options)
  const nonces = noncesOf(settings)
  const load = loadOnce(async (): Promise<CheckRequest> => {
    const { createRequestCheck } = await import('./check-request.ts')
    return createRequestCheck(settings, nonces)
  })
  const { resource } = settings
  const metadataPath = resource && new URL(metadataUrlOf(resource)).pathname

  const checked = async (request: ResourceRequest, demand: CheckedDemand): Promise<BearerCheck> =>
    (await load())(request, demand)

  function metadata(): Response {
    if (resource === null) return json({ error: 'not_found' }, { status: 404 })
    // Public, and readable by clients in browsers at any origin (RFC 9728 §3.1, Fetch §3.3.2).
    const headers = {
      'cache-control': 'public, max-age=3600',
      vary: 'Accept',
      'access-control-allow-origin': '*',
    }
    return json(resourceMetadata({ ...settings, resource }), { headers })
  }

  return Object.freeze<ProtectedResource>({
    path: resource === null || resource.pathname === '/' ? '' : resource.pathname.replace(/\/$/, ''),
    metadataPath,
    metadata,
    handle: ({ method, url }) =>
      (method === 'GET' || method === 'HEAD') && new URL(url).pathname === metadataPath ? metadata() : null,
    check: (request, demand = {}) => checked(headOfRequest(request), readDemand(demand)),
    guard(demand = {}) {
      const known = readDemand(demand)
      return (request) => checked(request, known)
    },
  })
}

/** The head of a platform `Request`. */
function headOfRequest({ method, url, headers }: Request): ResourceRequest {
  const { pathname, search } = new URL(url)
  return { method, target: pathname + search, headers }
}

function noncesOf({ dpop, resource, now }: ResourceSettings): DpopNonces | null {
  const { nonceSecret } = dpop
  if (nonceSecret === undefined) return null
  const secrets = typeof nonceSecret === 'string' ? nonceSecret.split(',') : nonceSecret
  return createDpopNonces(createSeal(secrets, platform, resource?.href ?? null), now)
}
