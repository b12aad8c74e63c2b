// The tokens that the application gets from a token endpoint, under our names. RFC 6749 §5.1, OpenID Connect Core §3.1.3.3.
import type { TokenEndpointResponse } from 'oauth4webapi'
import type { Claims } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import type { ProviderConnection } from '../server/connection.ts'

/** The checked answer of a token endpoint (RFC 6749 §5.1). */
export interface TokenSet {
  readonly accessToken: string
  /** Always `bearer`: no other type is requested. */
  readonly tokenType: string
  /** Epoch milliseconds; null if the provider does not say. */
  readonly expiresAt: number | null
  /** Null if the provider issued none. */
  readonly refreshToken: string | null
  /** The granted scopes; null if the provider does not say, which means the requested ones. */
  readonly scopes: readonly string[] | null
  /** The verified ID token; null without one, as for plain OAuth providers. */
  readonly idToken: string | null
  /** The claims of the verified ID token; null without one. */
  readonly idTokenClaims: Claims | null
  /** The whole answer of the token endpoint, for a provider's `fetchProfile`. Not signed. */
  readonly answer?: Claims | undefined
  /** The callback's other parameters, for a provider's `fetchProfile`. Not signed. */
  readonly callback?: Readonly<Record<string, string>> | undefined
}

interface CheckedAnswer {
  readonly answer: TokenEndpointResponse
  readonly idTokenClaims: Claims | null
  /** The whole answer as it was read. */
  readonly body: Claims
  readonly callback: Readonly<Record<string, string>>
}

/** Converts an answer that has passed all checks. */
export function toTokenSet(
  { provider, now }: ProviderConnection,
  { answer, idTokenClaims, body, callback }: CheckedAnswer,
): TokenSet {
  // Another type would promise a protection that was not requested and is not enforced (RFC 6749 §7.1).
  if (answer.token_type !== 'bearer') {
    throw new LatchkeyError('provider_answer_invalid', { detail: 'The token type is not bearer.' })
  }
  const expiresAt = answer.expires_in === undefined ? null : Math.floor(now() + answer.expires_in * 1000)
  return {
    accessToken: answer.access_token,
    tokenType: answer.token_type,
    expiresAt: Number.isSafeInteger(expiresAt) ? expiresAt : null,
    refreshToken: answer.refresh_token ?? null,
    scopes: answer.scope === undefined ? null : splitScopes(answer.scope, provider.deviations.scopeSeparator),
    idToken: idTokenClaims === null ? null : (answer.id_token ?? null),
    idTokenClaims,
    // Only a provider's own `fetchProfile` reads them.
    ...(provider.deviations.fetchProfile && { answer: Object.freeze({ ...body }), callback }),
  }
}

function splitScopes(scope: string, separator = ' '): readonly string[] {
  return scope
    .split(' ')
    .flatMap((part) => part.split(separator))
    .filter((part) => part !== '')
}
