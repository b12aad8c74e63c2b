// The protected resource with which the application under test guards `/api/notes`.
import { type ProtectedResource, protectedResource } from '../../../oauth/resource/protected-resource.ts'
import type { HostEnvironment } from './stage.ts'

/** Creates it from the environment. Loads none of Node's own modules. */
export function contractApi({
  ORIGIN,
  PREFIX,
  API_ISSUER,
}: Pick<HostEnvironment, 'ORIGIN' | 'PREFIX' | 'API_ISSUER'>): ProtectedResource {
  return protectedResource({ resource: `${ORIGIN}${PREFIX}`, issuer: API_ISSUER })
}
