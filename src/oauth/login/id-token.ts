// Verifies every ID token completely, even though it came over TLS from the token endpoint: OpenID Connect Core §3.1.3.7 and §3.1.3.8.
// The protocol library checks alg, iss, aud, exp, nbf, nonce, auth_time and the signature; the checks that it leaves to its user are
// made here. docs/security-cases.md D1–D21.
import type { TokenEndpointResponse } from 'oauth4webapi'
import type { Claims } from '../../contracts/provider.ts'
import { isStorable } from '../../web/plain-text.ts'
import { CheckError } from '../server/check-error.ts'
import type { Conversation, ProviderConnection } from '../server/connection.ts'
import { both, Moment } from '../server/expected-and-found.ts'
import { checkAlgorithm, halfHash } from '../server/signing-algorithms.ts'
import { translating } from '../server/translate-error.ts'
import type { TokenAnswer } from '../tokens/token-answer.ts'
import { readCompactJwt, type UnverifiedJwt } from './compact-jwt.ts'
import { tellIdToken } from './tell-id-token.ts'
import { verifySignature } from './verify-signature.ts'

export interface IdTokenCheck {
  readonly answer: TokenAnswer
  /** Has the protocol library check the answer. */
  readonly process: (conversation: Conversation) => Promise<TokenEndpointResponse>
  readonly maxAgeSeconds?: number | undefined
  readonly acrValues?: readonly string[] | undefined
  /** For the inspector only; the protocol library compares it. */
  readonly nonce?: string | undefined
  /** The authorization code that the token was issued for, if there was one. */
  readonly code?: string | null | undefined
}

export interface VerifiedAnswer {
  readonly answer: TokenEndpointResponse
  readonly claims: Claims
}

/** @throws LatchkeyError `provider_id_token_invalid`; `provider_answer_invalid` if the answer that contains it is broken. */
export function verifyIdToken(
  connection: ProviderConnection,
  conversation: Conversation,
  check: IdTokenCheck,
): Promise<VerifiedAnswer> {
  const trail =
    connection.trace && tellIdToken(connection.trace, expectations(connection, conversation, check))
  const verified = translating(translation, async () => {
    const { body } = check.answer
    // OpenID Connect Core §3.1.3.3. Without an ID token there is no sign-in (docs/security-cases.md, C4).
    if (typeof body.id_token !== 'string') {
      throw new CheckError('id_token', 'the answer has none', { isMissing: true })
    }
    const jwt = readCompactJwt(body.id_token, 'JWT')
    trail?.read(jwt)
    trail?.passed('form')
    checkAlgorithm(jwt.header.alg, conversation.server.id_token_signing_alg_values_supported)
    trail?.passed('alg')
    const ofThisIssuer = withExpectedIssuer(connection, conversation, jwt.claims)
    const answer = await check.process(ofThisIssuer)
    trail?.passedLibrary()
    // The text that the library checked and the one that is verified must be the same.
    if (answer.id_token !== jwt.text) throw new CheckError('id_token', 'the answer has another')
    await verifySignature(connection, jwt)
    trail?.passed('signature')
    checkSubject(jwt.claims.sub)
    trail?.passed('sub')
    checkParty(jwt.claims, connection.clientId)
    trail?.passed('azp')
    checkTimes(jwt.claims, connection, check.maxAgeSeconds)
    trail?.passed('iat', 'session_expiry')
    checkAcr(jwt.claims.acr, check.acrValues)
    trail?.passed('acr')
    await checkHash(jwt, 'at_hash', answer.access_token)
    trail?.passed('at_hash')
    if (check.code) await checkHash(jwt, 'c_hash', check.code)
    trail?.passed('c_hash')
    return { answer, claims: Object.freeze({ ...jwt.exactClaims }) }
  })
  trail?.watch(verified)
  return verified
}

const translation = { what: 'ID token', at: 'id-token', otherwise: 'provider_id_token_invalid' } as const

/** For the inspector: the expected value of each claim. */
function expectations(
  { provider, clientId, now }: ProviderConnection,
  { server }: Conversation,
  { nonce, maxAgeSeconds, acrValues }: IdTokenCheck,
): Parameters<typeof tellIdToken>[1] {
  const seconds = Math.floor(now() / 1000)
  return {
    expected: {
      alg: server.id_token_signing_alg_values_supported,
      exp: seconds,
      iat: seconds,
      // If each tenant has its own issuer, the token itself determines which one is expected.
      iss: provider.deviations.issuerFor ? undefined : server.issuer,
      aud: clientId,
      azp: clientId,
      nonce,
      acr: acrValues,
      auth_time: maxAgeSeconds === undefined ? undefined : seconds - maxAgeSeconds,
    },
    isAsked: (check) => (check === 'acr' ? (acrValues?.length ?? 0) > 0 : maxAgeSeconds !== undefined),
  }
}

/** For providers with one issuer per tenant: replaces the issuer by the one that these claims must have. */
function withExpectedIssuer(
  { provider }: ProviderConnection,
  conversation: Conversation,
  claims: Claims,
): Conversation {
  const issuer = provider.deviations.issuerFor?.(claims, provider.issuer)
  if (issuer === undefined) return conversation
  return { ...conversation, server: { ...conversation.server, issuer } }
}

/** OpenID Connect Core §2: at most 255 characters. With the issuer, it is the key of a person. */
export function checkSubject(sub: unknown): asserts sub is string {
  if (typeof sub !== 'string' || sub.length < 1 || sub.length > 255) {
    throw new CheckError('sub', 'sub is not a text of 1 to 255 characters')
  }
  // A store would refuse such characters, or change them so that two subjects become equal.
  if (!isStorable(sub)) throw new CheckError('sub', 'sub has control characters or half of a character')
}

function checkParty({ azp, events }: Claims, clientId: string): void {
  // §3.1.3.7 (5): a token that was issued to another client, which passed it on.
  if (azp !== undefined && azp !== clientId) {
    throw new CheckError('azp', `azp is another client.${both(clientId, azp)}`)
  }
  // Back-Channel Logout §4: a logout token is signed with the same keys and must not sign a person in.
  if (events !== undefined) throw new CheckError('events', 'it has events, as a logout token has')
}

function checkTimes(claims: Claims, connection: ProviderConnection, maxAgeSeconds: number | undefined): void {
  const now = connection.now() / 1000
  const tolerance = connection.clockToleranceSeconds
  const { iat, auth_time, session_expiry } = claims
  const latest = new Moment('at most', now + tolerance, tolerance)
  if (typeof iat !== 'number' || iat > now + tolerance) {
    throw new CheckError('iat', `iat is in the future.${both(latest, iat)}`)
  }
  // A moment in the future would count as recent forever.
  if (maxAgeSeconds !== undefined && (typeof auth_time !== 'number' || auth_time > now + tolerance)) {
    throw new CheckError('auth_time', `auth_time is missing or in the future.${both(latest, auth_time)}`, {
      isMissing: auth_time === undefined,
    })
  }
  // docs/security-cases.md D16: the provider itself states that its session has ended.
  if (session_expiry !== undefined) {
    const isOver = typeof session_expiry !== 'number' || session_expiry <= now - tolerance
    const earliest = new Moment('after', now - tolerance, tolerance)
    if (isOver)
      throw new CheckError('session_expiry', `session_expiry is past.${both(earliest, session_expiry)}`)
  }
}

function checkAcr(acr: unknown, demanded: readonly string[] = []): void {
  // §3.1.2.1: acr_values is only a request to the provider, so the result must be checked.
  if (demanded.length > 0 && !demanded.some((value) => value === acr)) {
    throw new CheckError('acr', `acr is none of those demanded.${both(demanded, acr)}`, {
      isMissing: acr === undefined,
    })
  }
}

/** The claim is optional in this flow; if it is present, it must match (§3.1.3.6 and §3.3.2.11). */
async function checkHash(
  { header, claims }: UnverifiedJwt,
  claim: 'at_hash' | 'c_hash',
  text: string,
): Promise<void> {
  if (claims[claim] === undefined) return
  const expected = await halfHash(text, header.alg)
  // §3.1.3.8. If the hash of an algorithm is unknown, the claim cannot be checked, so it is refused.
  if (expected === null || claims[claim] !== expected) {
    throw new CheckError(claim, `${claim} is not that of the ${claim === 'c_hash' ? 'code' : 'access token'}`)
  }
}
