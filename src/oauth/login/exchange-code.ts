// From the callback to tokens: checks the answer, redeems the code once, verifies the ID token.
// RFC 6749 §4.1.3, RFC 7636 §4.5, OpenID Connect Core §3.1.3.
import type { TokenEndpointResponse } from 'oauth4webapi'
import { LatchkeyError } from '../../errors.ts'
import { authenticateClient } from '../server/client-authentication.ts'
import { type Conversation, converse, type ProviderConnection } from '../server/connection.ts'
import { tokenFetch } from '../server/send-form.ts'
import { translating } from '../server/translate-error.ts'
import { readTokenAnswer, type TokenAnswer } from '../tokens/token-answer.ts'
import { type TokenSet, toTokenSet } from '../tokens/token-set.ts'
import { callbackFields } from './callback-fields.ts'
import { checkCallback, type ExpectedCallback } from './check-callback.ts'
import { readCompactJwt } from './compact-jwt.ts'
import { verifyIdToken } from './id-token.ts'
import { suspectPkce } from './suspect-pkce.ts'

/** Throws before anything is sent if the callback is not the answer to this attempt. */
export async function exchangeCode(
  connection: ProviderConnection,
  parameters: URLSearchParams,
  expected: ExpectedCallback,
): Promise<TokenSet> {
  const conversation = await converse(connection)
  const callback = checkCallback(connection, conversation, { parameters, expectedState: expected.state })
  const answer = await redeem(connection, conversation, { callback, expected })
  const unsigned = { body: answer.whole, callback: callbackFields(callback) }
  if (connection.provider.protocol === 'oauth2') {
    return toTokenSet(connection, {
      answer: await processPlain(conversation, answer),
      idTokenClaims: null,
      ...unsigned,
    })
  }
  const verified = await verifyIdToken(connection, conversation, {
    ...expected,
    answer,
    code: callback.get('code'),
    process: ({ oauth, server, client }) =>
      oauth.processAuthorizationCodeResponse(server, client, answer.response, {
        expectedNonce: expectedNonce(connection, conversation, { answer, nonce: expected.nonce }),
        requireIdToken: true,
        ...(expected.maxAgeSeconds !== undefined && { maxAge: expected.maxAgeSeconds }),
      }),
  })
  checkSameTenant(callback.get('iss'), verified.claims.iss)
  return toTokenSet(connection, {
    answer: verified.answer,
    idTokenClaims: verified.claims,
    ...unsigned,
  })
}

/** OpenID Connect Core §3.1.3.7 (11). If the provider is declared not to return the nonce, one that it returns must still match. */
function expectedNonce(
  { provider }: ProviderConnection,
  { oauth }: Conversation,
  { answer, nonce }: { readonly answer: TokenAnswer; readonly nonce: string },
): string | typeof oauth.expectNoNonce {
  if (provider.deviations.nonce !== 'unsupported') return nonce
  const { claims } = readCompactJwt(String(answer.body.id_token), 'JWT')
  return claims.nonce === undefined ? oauth.expectNoNonce : nonce
}

interface Redemption {
  readonly callback: URLSearchParams
  readonly expected: ExpectedCallback
}

/** Sends one request, only to this provider's token endpoint, and never repeats it. */
function redeem(
  connection: ProviderConnection,
  conversation: Conversation,
  { callback, expected }: Redemption,
): Promise<TokenAnswer> {
  return translating(
    { what: 'token endpoint', at: 'token', otherwise: 'provider_answer_invalid' },
    async () => {
      const { oauth, server, client, options } = conversation
      const { redirectUri, codeVerifier } = expected
      const { deviations, tokenParams } = connection.provider
      const authentication = await authenticateClient(connection, conversation)
      const raw = await oauth.authorizationCodeGrantRequest(
        server,
        client,
        authentication,
        callback,
        redirectUri,
        deviations.pkce === 'none' ? oauth.nopkce : codeVerifier,
        {
          ...options,
          [oauth.customFetch]: tokenFetch(connection, {
            grant: 'authorization_code',
            callback: callbackFields(callback),
          }),
          additionalParameters: { ...tokenParams },
        },
      )
      return readTokenAnswer(connection, raw, [callback.get('code'), codeVerifier])
    },
  ).catch((error: unknown) => {
    throw suspectPkce(error, connection.provider, 'code_verifier')
  })
}

function processPlain(
  { oauth, server, client }: Conversation,
  { response }: TokenAnswer,
): Promise<TokenEndpointResponse> {
  return translating({ what: 'token endpoint', at: 'token', otherwise: 'provider_answer_invalid' }, () =>
    oauth.processAuthorizationCodeResponse(server, client, response),
  )
}

/** RFC 9207 §2.4: if each tenant has its own issuer, only the ID token shows whether the callback named the right one. */
function checkSameTenant(callbackIssuer: string | null, idTokenIssuer: unknown): void {
  if (callbackIssuer === null || callbackIssuer === idTokenIssuer) return
  throw new LatchkeyError('provider_issuer_mismatch', {
    detail: 'The callback names another issuer than the ID token.',
  })
}
