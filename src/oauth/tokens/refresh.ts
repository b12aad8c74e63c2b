// A new access token for a refresh token. RFC 6749 §6, OpenID Connect Core §12; docs/security-cases.md J2, J3, J4, J6, J7.
import type { Provider } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import { verifyIdToken } from '../login/id-token.ts'
import { authenticateClient } from '../server/client-authentication.ts'
import { type Conversation, converse, type ProviderConnection } from '../server/connection.ts'
import { tokenFetch } from '../server/send-form.ts'
import { translating } from '../server/translate-error.ts'
import { readTokenAnswer, type TokenAnswer } from './token-answer.ts'
import { type TokenSet, toTokenSet } from './token-set.ts'

/** The sign-in that the refresh token belongs to. */
export interface PreviousTokens {
  /** The `sub` of the ID token at sign-in; null if there was none. */
  readonly subject: string | null
  /** The granted scopes, unless the provider returns others. */
  readonly scopes?: readonly string[] | undefined
}

/**
 * Redeems the refresh token once. If the answer has no new one, the old one is kept.
 *
 * @throws LatchkeyError `provider_refused` with `refusal.error` `invalid_grant` if the grant is permanently gone;
 * `provider_unavailable` if another try may succeed.
 */
export async function refresh(
  connection: ProviderConnection,
  refreshToken: string,
  previous: PreviousTokens,
): Promise<TokenSet> {
  const conversation = await converse(connection)
  const answer = await redeem(connection, conversation, { refreshToken, previous })
  const tokens =
    answer.body.id_token === undefined
      ? await plainTokens(connection, conversation, answer)
      : await verifiedTokens(connection, conversation, { answer, previous })
  return {
    ...tokens,
    refreshToken: tokens.refreshToken ?? refreshToken,
    scopes: tokens.scopes ?? previous.scopes ?? null,
  }
}

function redeem(
  connection: ProviderConnection,
  conversation: Conversation,
  { refreshToken, previous }: { readonly refreshToken: string; readonly previous: PreviousTokens },
): Promise<TokenAnswer> {
  return translating(
    { what: 'token endpoint', at: 'token', otherwise: 'provider_answer_invalid' },
    async () => {
      const { oauth, server, client, options } = conversation
      const authentication = await authenticateClient(connection, conversation)
      const raw = await oauth.refreshTokenGrantRequest(server, client, authentication, refreshToken, {
        ...options,
        [oauth.customFetch]: tokenFetch(connection, { grant: 'refresh_token', callback: {} }),
        additionalParameters: {
          ...connection.provider.tokenParams,
          ...scopeOf(connection.provider, previous),
        },
      })
      return readTokenAnswer(connection, raw, [refreshToken])
    },
  )
}

/** RFC 6749 §6: the granted scopes, if the provider requires them again. */
function scopeOf(
  { deviations, scopes }: Provider,
  { scopes: granted = scopes }: PreviousTokens,
): { readonly scope?: string } {
  if (!deviations.sendsScopeOnRefresh || granted.length === 0) return {}
  return { scope: granted.join(deviations.scopeSeparator ?? ' ') }
}

async function plainTokens(
  connection: ProviderConnection,
  { oauth, server, client }: Conversation,
  { response, whole }: TokenAnswer,
): Promise<TokenSet> {
  const answer = await translating(
    { what: 'token endpoint', at: 'token', otherwise: 'provider_answer_invalid' },
    () => oauth.processRefreshTokenResponse(server, client, response),
  )
  return toTokenSet(connection, { answer, idTokenClaims: null, body: whole, callback: {} })
}

async function verifiedTokens(
  connection: ProviderConnection,
  conversation: Conversation,
  { answer, previous }: { readonly answer: TokenAnswer; readonly previous: PreviousTokens },
): Promise<TokenSet> {
  const verified = await verifyIdToken(connection, conversation, {
    answer,
    process: ({ oauth, server, client }) =>
      oauth.processRefreshTokenResponse(server, client, answer.response),
  })
  // OpenID Connect Core §12.2: another person's tokens must not end up in this account.
  if (previous.subject !== null && verified.claims.sub !== previous.subject) {
    throw new LatchkeyError('provider_id_token_invalid', {
      detail: 'The refreshed ID token is about another person.',
    })
  }
  return toTokenSet(connection, {
    answer: verified.answer,
    idTokenClaims: verified.claims,
    body: answer.whole,
    callback: {},
  })
}
