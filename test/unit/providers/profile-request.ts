// The argument of a `fetchProfile` deviation, for tests: everything but `get` has a default.
import type { ProfileRequest } from '../../../src/contracts/provider.ts'

export function profileRequest(parts: Partial<ProfileRequest> & Pick<ProfileRequest, 'get'>): ProfileRequest {
  return {
    accessToken: 'access-token',
    clientId: 'client',
    clientSecret: null,
    idTokenClaims: null,
    tokenAnswer: {},
    callback: {},
    fetch: (url) => parts.get(url),
    ...parts,
  }
}
