import { type ProtectedResource, protectedResource } from 'latchkey/resource'

let api: ProtectedResource | undefined

/** Created at the first request, because Next runs modules during the build, without their variables. */
export function notesApi(): ProtectedResource {
  const { ORIGIN = '', PREFIX = '', API_ISSUER = '' } = process.env
  api ??= protectedResource({ resource: `${ORIGIN}${PREFIX}`, issuer: API_ISSUER })
  return api
}
