// Everything a provider says about the person who signed in, as one object for its `toIdentity`.
// OpenID Connect Core §5.1 and §5.3.2.
import type { Claims } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import type { ProviderConnection } from '../server/connection.ts'
import type { TokenSet } from '../tokens/token-set.ts'
import { fetchProfile } from './profile.ts'
import { fetchUserinfo } from './userinfo.ts'

/** The ID token's claims, with those of the userinfo endpoint where the provider declares it; else the profile. */
export async function fetchClaims(connection: ProviderConnection, tokens: TokenSet): Promise<Claims> {
  const { protocol, claimsFrom, deviations } = connection.provider
  if (protocol === 'oauth2') return fetchProfile(connection, tokens)
  const signed = tokens.idTokenClaims
  if (typeof signed?.sub !== 'string') {
    throw new LatchkeyError('provider_id_token_invalid', { detail: 'There is no verified ID token.' })
  }
  const told =
    claimsFrom === 'userinfo' ? await fetchUserinfo(connection, tokens.accessToken, signed.sub) : {}
  const claims = merge(signed, told)
  // Beside the ID token: what only another call can say, such as an address that is verified.
  return deviations.fetchProfile ? merge(claims, await fetchProfile(connection, tokens)) : claims
}

/** What comes first wins: the signed claims before all. An address and the word about it stay together: that one address is verified says nothing of another. */
function merge(signed: Claims, userinfo: Claims): Claims {
  if (Object.keys(userinfo).length === 0) return signed
  const both = { ...userinfo, ...signed }
  const { email, email_verified } =
    signed.email === undefined ? userinfo : signed.email === userinfo.email ? both : signed
  return Object.freeze({ ...both, email, email_verified })
}
