// Selects the fixture's claims that a token gives access to (OpenID Connect Core §5.4): those of its scopes, and the provider's
// own claims, which belong to no scope.

import type { Claims } from '../contracts/provider.ts'
import type { Person } from '../contracts/provider-fixture.ts'
import type { ServedProvider } from './served-provider.ts'

const scopeOfClaim: Readonly<Record<string, string>> = {
  email: 'email',
  email_verified: 'email',
  address: 'address',
  phone_number: 'phone',
  phone_number_verified: 'phone',
  name: 'profile',
  family_name: 'profile',
  given_name: 'profile',
  middle_name: 'profile',
  nickname: 'profile',
  preferred_username: 'profile',
  profile: 'profile',
  picture: 'profile',
  website: 'profile',
  gender: 'profile',
  birthdate: 'profile',
  zoneinfo: 'profile',
  locale: 'profile',
  updated_at: 'profile',
}

export function profileClaims(
  { fixture }: ServedProvider,
  about: {
    readonly person: Person
    readonly subject: string
    readonly scopes: readonly string[]
    readonly in: 'id-token' | 'userinfo'
  },
): Claims {
  const { claims, idTokenClaims = claims, claimScopes = {} } = fixture
  const all = (about.in === 'id-token' ? idTokenClaims : claims)?.(about.person, about.subject) ?? {}
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => {
      const scope = Object.hasOwn(scopeOfClaim, name) ? scopeOfClaim[name] : undefined
      const own = Object.hasOwn(claimScopes, name) ? claimScopes[name] : undefined
      const opening = own ?? (scope === undefined ? [] : [scope])
      return opening.length === 0 || opening.some((each) => about.scopes.includes(each))
    }),
  )
}
