import { type ProtectedResource, protectedResource } from 'latchkey/resource'

let api: ProtectedResource | undefined

/** Made at the first request: Next runs modules while it builds, where there are no variables. */
export function notesApi(): ProtectedResource {
  const { ORIGIN = '', PREFIX = '', API_ISSUER = '' } = process.env
  api ??= protectedResource({ resource: `${ORIGIN}${PREFIX}`, issuer: API_ISSUER })
  return api
}
