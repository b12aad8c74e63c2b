// Issues ID tokens (OpenID Connect Core §2, §3.1.3.6), applies their faults, and verifies one that is sent back as a hint.
import { createHash } from 'node:crypto'
import { compactVerify, createLocalJWKSet, type JWTPayload, SignJWT } from 'jose'
import type { Person, SigningAlgorithm } from '../contracts/provider-fixture.ts'
import type { Fault } from './faults.ts'
import type { Grant } from './grants.ts'
import { profileClaims } from './profile-claims.ts'
import { ProtocolError } from './protocol-error.ts'
import { randomToken } from './random-token.ts'
import type { ServedProvider } from './served-provider.ts'
import type { SigningKey } from './signing-keys.ts'

interface IdTokenOptions {
  readonly accessToken: string
  /** The fault that was set for this sign-in. `null` for refreshed tokens. */
  readonly chosenFault: Fault | null
  /** `false` for a refreshed ID token, which has no nonce (OpenID Connect Core §12.2). */
  readonly withNonce: boolean
}

const lifetimeSeconds = 3600

/** Faults that change the claims. */
const claimFaults: Partial<Record<Fault, (claims: JWTPayload, provider: ServedProvider) => JWTPayload>> = {
  wrong_nonce: (claims) => ({ ...claims, nonce: randomToken() }),
  missing_nonce: ({ nonce: _, ...claims }) => claims,
  wrong_audience: (claims) => ({ ...claims, aud: 'another-client' }),
  wrong_issuer: (claims) => ({ ...claims, iss: `${claims.iss}/other` }),
  expired_id_token: ({ iat = 0, ...claims }) => ({ ...claims, iat: iat - 1200, exp: iat - 600 }),
  wrong_at_hash: (claims, { keys }) => ({ ...claims, at_hash: atHash(randomToken(), keys.alg) }),
  missing_subject: ({ sub: _, ...claims }) => claims,
  missing_auth_time: ({ auth_time: _, ...claims }) => claims,
  future_id_token: ({ iat = 0, ...claims }) => ({ ...claims, iat: iat + 600, nbf: iat + 600 }),
  foreign_azp: (claims, { clientId }) => ({
    ...claims,
    aud: [clientId, 'another-client'],
    azp: 'another-client',
  }),
  stale_auth_time: ({ iat = 0, ...claims }) => ({ ...claims, iat, auth_time: iat - 86_400 }),
}

/** Faults that replace the signing. */
const signingFaults: Partial<
  Record<Fault, (claims: JWTPayload, provider: ServedProvider) => Promise<string>>
> = {
  alg_none: async (claims) => `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`,
  bad_signature: async (claims, provider) => {
    const [header, , signature] = (await sign(claims, await provider.keys.current())).split('.')
    return `${header}.${encode({ ...claims, jti: randomToken() })}.${signature}`
  },
  unexpected_alg: async (claims, { clientSecret, keys }) => {
    const alg = keys.alg === 'HS256' ? 'HS512' : 'HS256'
    return new SignJWT(claims)
      .setProtectedHeader({ alg, typ: 'JWT' })
      .sign(new TextEncoder().encode(clientSecret))
  },
  unknown_kid: async (claims, provider) => sign(claims, await provider.keys.stranger()),
  rotated_key: async (claims, provider) => sign(claims, await provider.keys.rotate()),
}

const idTokenFaults = [...Object.keys(claimFaults), ...Object.keys(signingFaults)] as Fault[]

export async function issueIdToken(
  provider: ServedProvider,
  grant: Grant,
  { accessToken, chosenFault, withNonce }: IdTokenOptions,
): Promise<string> {
  const { person, session, scopes, nonce } = grant
  const issuedAt = Math.floor(provider.now() / 1000)
  const { fixture } = provider
  const subject = fixture.subjectOf(person)
  const claims: JWTPayload = {
    ...profileClaims(provider, { person, subject, scopes, in: 'id-token' }),
    iss: issuerFor(provider, person),
    sub: subject,
    aud: provider.clientId,
    iat: issuedAt,
    exp: issuedAt + lifetimeSeconds,
    auth_time: Math.floor(session.authenticatedAt / 1000),
    acr: session.acr,
    sid: session.sid,
    at_hash: atHash(accessToken, provider.keys.alg),
    ...(withNonce && nonce !== null && !fixture.omitsNonce ? { nonce } : {}),
  }
  const fault = provider.faults.strike(idTokenFaults, chosenFault)
  const tampered = (fault && claimFaults[fault]?.(claims, provider)) ?? claims
  const signOtherwise = fault && signingFaults[fault]
  return signOtherwise ? signOtherwise(tampered, provider) : sign(tampered, await provider.keys.current())
}

/** Signs claims unchanged. `type`: the header's `typ`. */
export function sign(
  claims: JWTPayload,
  { alg, kid, privateKey }: SigningKey,
  type = 'JWT',
): Promise<string> {
  const header = { alg, ...(kid !== undefined && { kid }), typ: type }
  return new SignJWT(claims).setProtectedHeader(header).sign(privateKey)
}

/** Returns the issuer in the person's ID tokens: their tenant's, if the provider has one issuer per tenant. */
export function issuerFor({ fixture, issuer }: ServedProvider, person: Person): string {
  return fixture.issuerOf?.(person, issuer) ?? issuer
}

/**
 * Returns the claims of an ID token of this provider for its client, even if it has expired (OpenID Connect RP-Initiated
 * Logout §2). Throws `invalid_request` for any other token.
 */
export async function verifyHint(provider: ServedProvider, idToken: string): Promise<JWTPayload> {
  try {
    const keySet = createLocalJWKSet({ keys: [...(await provider.keys.accepted())] })
    const { payload } = await compactVerify(idToken, keySet, { algorithms: [provider.keys.alg] })
    const claims: JWTPayload = JSON.parse(new TextDecoder().decode(payload))
    const person = provider.people.list().find((each) => provider.fixture.subjectOf(each) === claims.sub)
    const issuer = person ? issuerFor(provider, person) : provider.issuer
    if (claims.iss === issuer && claims.aud === provider.clientId) return claims
  } catch {
    // All faults get the same error.
  }
  throw new ProtocolError(
    'invalid_request',
    'id_token_hint is not an ID token of this provider for this client.',
  )
}

/** OpenID Connect Core §3.1.3.6: the left half of the token's hash, with the signature's hash function (Ed25519: SHA-512). */
function atHash(accessToken: string, alg: SigningAlgorithm): string {
  const hash = createHash(alg === 'EdDSA' ? 'sha512' : 'sha256')
    .update(accessToken)
    .digest()
  return hash.subarray(0, hash.length / 2).toString('base64url')
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
