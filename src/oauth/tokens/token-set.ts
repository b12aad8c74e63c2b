// What the application gets from a token endpoint, in our words. RFC 6749 §5.1, OpenID Connect Core §3.1.3.3.
import type { TokenEndpointResponse } from 'oauth4webapi'
import type { Claims } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import type { ProviderConnection } from '../server/connection.ts'

/** What the token endpoint answered, checked (RFC 6749 §5.1). */
export interface TokenSet {
  readonly accessToken: string
  /** Always `bearer`: no other was asked for. */
  readonly tokenType: string
  /** Epoch milliseconds; null when the provider does not say. */
  readonly expiresAt: number | null
  readonly refreshToken: string | null
  /** What was granted; null when the provider does not say, which means: what was asked for. */
  readonly scopes: readonly string[] | null
  readonly idToken: string | null
  /** Of the verified ID token. */
  readonly idTokenClaims: Claims | null
  /** The whole answer of the token endpoint, for a provider's `fetchProfile`. Not signed. */
  readonly answer?: Claims | undefined
  /** The callback's other parameters, for a provider's `fetchProfile`. Not signed. */
  readonly callback?: Readonly<Record<string, string>> | undefined
}

interface CheckedAnswer {
  readonly answer: TokenEndpointResponse
  readonly idTokenClaims: Claims | null
  /** The whole answer, as it was read. */
  readonly body: Claims
  readonly callback: Readonly<Record<string, string>>
}

/** Converts an answer that has passed all checks. */
export function toTokenSet(
  { provider, now }: ProviderConnection,
  { answer, idTokenClaims, body, callback }: CheckedAnswer,
): TokenSet {
  // Another type is a promise of protection that was not asked for and would not be kept (RFC 6749 §7.1).
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
