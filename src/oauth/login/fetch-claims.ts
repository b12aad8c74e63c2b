// Collects what a provider says about the person who signed in, in one object for its `toIdentity`. Signed claims take precedence, and
// a second source that cannot be used does not prevent the sign-in. OpenID Connect Core §5.1 and §5.3.2.
import type { Claims } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import type { ProviderConnection } from '../server/connection.ts'
import { translateError } from '../server/translate-error.ts'
import type { TokenSet } from '../tokens/token-set.ts'
import { fetchProfile } from './profile.ts'
import { checkSamePerson, fetchUserinfo, refusalOf, type SourceOutcome } from './userinfo.ts'

/** For claims without their second source: why it could not be used. */
const failures = new WeakMap<Claims, LatchkeyError>()

/** Why a second source of these claims could not be used; null if none failed. */
export function failureBehind(claims: Claims): LatchkeyError | null {
  return failures.get(claims) ?? null
}

/**
 * The ID token's claims, with those of the userinfo endpoint or of the provider's own `fetchProfile` if it declares either of them.
 * For plain OAuth providers, the profile.
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
  // In addition to the ID token: claims that only another call returns, such as a verified address.
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

/**
 * Earlier claims take precedence, above all signed ones. `email` and `email_verified` are taken together, because a verified address
 * says nothing about another one.
 */
function merge(signed: Claims, userinfo: Claims): Claims {
  if (Object.keys(userinfo).length === 0) return signed
  const both = { ...userinfo, ...signed }
  const { email, email_verified } =
    signed.email === undefined ? userinfo : signed.email === userinfo.email ? both : signed
  return Object.freeze({ ...both, email, email_verified })
}
