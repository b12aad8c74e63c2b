// What the application of the suite guards `/api/notes` with, as the environment says.
import { type ProtectedResource, protectedResource } from '../../../oauth/resource/protected-resource.ts'
import type { HostEnvironment } from './stage.ts'

/** The API of the application under test. Nothing of Node is loaded for it. */
export function contractApi({
  ORIGIN,
  PREFIX,
  API_ISSUER,
}: Pick<HostEnvironment, 'ORIGIN' | 'PREFIX' | 'API_ISSUER'>): ProtectedResource {
  return protectedResource({ resource: `${ORIGIN}${PREFIX}`, issuer: API_ISSUER })
}
