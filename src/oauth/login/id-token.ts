// Verifies an ID token, always and completely, although it came over TLS from the token endpoint: OpenID Connect Core
// §3.1.3.7 and §3.1.3.8. The protocol library checks alg, iss, aud, exp, nbf, nonce, auth_time and the signature; what it
// leaves to its user is checked here. CASES D1–D21.
import type { TokenEndpointResponse } from 'oauth4webapi'
import type { Claims } from '../../contracts/provider.ts'
import { isStorable } from '../../web/plain-text.ts'
import type { Conversation, ProviderConnection } from '../server/connection.ts'
import { both, Moment } from '../server/expected-and-found.ts'
import { checkAlgorithm, halfHash } from '../server/signing-algorithms.ts'
import { translating } from '../server/translate-error.ts'
import type { TokenAnswer } from '../tokens/token-answer.ts'
import { readCompactJwt, type UnverifiedJwt } from './compact-jwt.ts'
import { verifySignature } from './verify-signature.ts'

export interface IdTokenCheck {
  readonly answer: TokenAnswer
  /** Lets the protocol library judge the answer. */
  readonly process: (conversation: Conversation) => Promise<TokenEndpointResponse>
  readonly maxAgeSeconds?: number | undefined
  readonly acrValues?: readonly string[] | undefined
  /** The authorization code that brought the token, where one did. */
  readonly code?: string | null | undefined
}

export interface VerifiedAnswer {
  readonly answer: TokenEndpointResponse
  readonly claims: Claims
}

/** @throws LatchkeyError `provider_id_token_invalid`; `provider_answer_invalid` when the answer around it is broken. */
export function verifyIdToken(
  connection: ProviderConnection,
  conversation: Conversation,
  check: IdTokenCheck,
): Promise<VerifiedAnswer> {
  return translating({ what: 'ID token', otherwise: 'provider_id_token_invalid' }, async () => {
    const { body } = check.answer
    // OpenID Connect Core §3.1.3.3. CASES C4: without it nobody has signed in.
    if (typeof body.id_token !== 'string') throw new TypeError('the answer has none')
    const jwt = readCompactJwt(body.id_token, 'JWT')
    checkAlgorithm(jwt.header.alg, conversation.server.id_token_signing_alg_values_supported)
    const ofThisIssuer = withExpectedIssuer(connection, conversation, jwt.claims)
    const answer = await check.process(ofThisIssuer)
    // What the library judged and what is verified must be one text.
    if (answer.id_token !== jwt.text) throw new TypeError('the answer has another')
    await verifySignature(connection, jwt)
    checkSubject(jwt.claims.sub)
    checkParty(jwt.claims, connection.clientId)
    checkTimes(jwt.claims, connection, check.maxAgeSeconds)
    checkAcr(jwt.claims.acr, check.acrValues)
    await checkHash(jwt, 'at_hash', answer.access_token)
    if (check.code) await checkHash(jwt, 'c_hash', check.code)
    return { answer, claims: Object.freeze({ ...jwt.exactClaims }) }
  })
}

/** For providers with one issuer for each tenant: the issuer that these claims must carry. */
function withExpectedIssuer(
  { provider }: ProviderConnection,
  conversation: Conversation,
  claims: Claims,
): Conversation {
  const issuer = provider.deviations.issuerFor?.(claims, provider.issuer)
  if (issuer === undefined) return conversation
  return { ...conversation, server: { ...conversation.server, issuer } }
}

/** OpenID Connect Core §2: at most 255 characters. It is half of the key of a person. */
export function checkSubject(sub: unknown): asserts sub is string {
  if (typeof sub !== 'string' || sub.length < 1 || sub.length > 255) {
    throw new TypeError('sub is not a text of 1 to 255 characters')
  }
  // A store would refuse them, or change them so that two subjects become one.
  if (!isStorable(sub)) throw new TypeError('sub has control characters or half of a character')
}

function checkParty({ azp, events }: Claims, clientId: string): void {
  // §3.1.3.7 (5): issued to another client, which handed it on to us.
  if (azp !== undefined && azp !== clientId) {
    throw new TypeError(`azp is another client.${both(clientId, azp)}`)
  }
  // Back-Channel Logout §4: a logout token is signed by the same keys and must not sign anybody in.
  if (events !== undefined) throw new TypeError('it has events, as a logout token has')
}

function checkTimes(claims: Claims, connection: ProviderConnection, maxAgeSeconds: number | undefined): void {
  const now = connection.now() / 1000
  const tolerance = connection.clockToleranceSeconds
  const { iat, auth_time, session_expiry } = claims
  const latest = new Moment('at most', now + tolerance, tolerance)
  if (typeof iat !== 'number' || iat > now + tolerance) {
    throw new TypeError(`iat is in the future.${both(latest, iat)}`)
  }
  // A moment in the future would be recent enough for ever.
  if (maxAgeSeconds !== undefined && (typeof auth_time !== 'number' || auth_time > now + tolerance)) {
    throw new TypeError(`auth_time is missing or in the future.${both(latest, auth_time)}`)
  }
  // CASES D16: the provider itself says that its session is over.
  if (session_expiry !== undefined) {
    const isOver = typeof session_expiry !== 'number' || session_expiry <= now - tolerance
    const earliest = new Moment('after', now - tolerance, tolerance)
    if (isOver) throw new TypeError(`session_expiry is past.${both(earliest, session_expiry)}`)
  }
}

function checkAcr(acr: unknown, demanded: readonly string[] = []): void {
  // §3.1.2.1: acr_values is only a wish to the provider, so what came of it must be looked at.
  if (demanded.length > 0 && !demanded.some((value) => value === acr)) {
    throw new TypeError(`acr is none of those demanded.${both(demanded, acr)}`)
  }
}

/** The claim is optional in this flow; one that is there must be right (§3.1.3.6 and §3.3.2.11). */
async function checkHash(
  { header, claims }: UnverifiedJwt,
  claim: 'at_hash' | 'c_hash',
  text: string,
): Promise<void> {
  if (claims[claim] === undefined) return
  const expected = await halfHash(text, header.alg)
  // §3.1.3.8. An algorithm whose hash is not known proves nothing, so it is no excuse.
  if (expected === null || claims[claim] !== expected) {
    throw new TypeError(`${claim} is not that of the ${claim === 'c_hash' ? 'code' : 'access token'}`)
  }
}
