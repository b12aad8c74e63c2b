// Everything a provider says about the person who signed in, as one object for its `toIdentity`. What is signed comes first:
// a second source that cannot be used does not prevent a sign-in. OpenID Connect Core §5.1 and §5.3.2.
import type { Claims } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import type { ProviderConnection } from '../server/connection.ts'
import { translateError } from '../server/translate-error.ts'
import type { TokenSet } from '../tokens/token-set.ts'
import { fetchProfile } from './profile.ts'
import { checkSamePerson, fetchUserinfo, refusalOf, type SourceOutcome } from './userinfo.ts'

/** Why claims lack what a second source would have had. */
const failures = new WeakMap<Claims, LatchkeyError>()

/** What kept a second source of these claims from being used; null when nothing did. */
export function failureBehind(claims: Claims): LatchkeyError | null {
  return failures.get(claims) ?? null
}

/**
 * The ID token's claims, with those of the userinfo endpoint or of the provider's own `fetchProfile` where it declares
 * either; else the profile.
 */
export async function fetchClaims(connection: ProviderConnection, tokens: TokenSet): Promise<Claims> {
  const { provider, notice, trace } = connection
  if (provider.protocol === 'oauth2') return fetchProfile(connection, tokens)
  const signed = tokens.idTokenClaims
  if (typeof signed?.sub !== 'string') {
    throw new LatchkeyError('provider_id_token_invalid', { detail: 'There is no verified ID token.' })
  }
  const { accessToken } = tokens
  const { sub: subject } = signed
  const outcomes: SourceOutcome[] = []
  if (provider.claimsFrom === 'userinfo') {
    outcomes.push(await fetchUserinfo(connection, { accessToken, subject }))
  }
  // Beside the ID token: what only another call can say, such as an address that is verified.
  if (provider.deviations.fetchProfile) outcomes.push(await profileBeside(connection, tokens, subject))
  const merged = outcomes.reduce((all, { claims }) => (claims === null ? all : merge(all, claims)), signed)
  const failed = outcomes.find(({ failure }) => failure !== null)
  if (!failed?.failure) return merged
  notice(
    `${failed.failure.detail ?? failed.failure.code} The claims of the ID token are used without it; to ask no further, set claimsFrom to "id-token".`,
  )
  trace?.add({
    place: failed.failure.facts.at ?? 'userinfo',
    sentence: 'A second source could not be used: the claims of the ID token are used without it.',
    failure: failed.failure,
  })
  const known = Object.freeze({ ...merged })
  failures.set(known, failed.failure)
  return known
}

async function profileBeside(
  connection: ProviderConnection,
  tokens: TokenSet,
  subject: string,
): Promise<SourceOutcome> {
  let claims: Claims
  try {
    claims = await fetchProfile(connection, tokens)
  } catch (error) {
    const failure = translateError(error, {
      what: 'profile',
      at: 'profile',
      otherwise: 'provider_userinfo_invalid',
    })
    return { claims: null, failure }
  }
  try {
    checkSamePerson(claims, subject)
  } catch (error) {
    throw refusalOf(error as Error)
  }
  return { claims, failure: null }
}

/** What comes first wins: the signed claims before all. An address and the word about it stay together: that one address is verified says nothing of another. */
function merge(signed: Claims, userinfo: Claims): Claims {
  if (Object.keys(userinfo).length === 0) return signed
  const both = { ...userinfo, ...signed }
  const { email, email_verified } =
    signed.email === undefined ? userinfo : signed.email === userinfo.email ? both : signed
  return Object.freeze({ ...both, email, email_verified })
}
