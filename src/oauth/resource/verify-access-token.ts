// Verifies an access token that is a JWT (RFC 9068 §4). Its issuer must be a configured one, and only that issuer's keys verify it: a
// token that another trusted issuer signed in its name is refused, and nothing is fetched for an unknown issuer.
import { foundValue } from '../../web/foreign-text.ts'
import { readCompactJwt, type UnverifiedJwt } from '../login/compact-jwt.ts'
import { keyFinder, verifyWithKey, withKeys } from '../login/verify-signature.ts'
import { both } from '../server/expected-and-found.ts'
import type { IssuerLookup } from './issuer-lookup.ts'
import type { TokenClaims } from './read-token-claims.ts'

/** Three parts of base64url that begin like a JSON object. */
const looksLikeJwt = /^eyJ[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/

/** Whether a token is read as a JWT. Only its issuer understands any other token. */
export function isJwt(token: string): boolean {
  return looksLikeJwt.test(token)
}

/** The issuer that the token names, unverified, if it is one of these. @throws TypeError */
export function issuerNamedBy(
  token: string,
  issuers: ReadonlyMap<string, IssuerLookup>,
): { readonly jwt: UnverifiedJwt; readonly issuer: IssuerLookup } {
  const jwt = readCompactJwt(token, 'at+jwt')
  const { iss } = jwt.claims
  // RFC 9068 §4: byte for byte, and before anything is fetched.
  const issuer = typeof iss === 'string' ? issuers.get(iss) : undefined
  if (!issuer)
    throw new TypeError(`iss is no issuer whose tokens are accepted.${both([...issuers.keys()], iss)}`)
  return { jwt, issuer }
}

/** Checks form, type and signature; `readTokenClaims` checks the claims. @throws TypeError, or an error of `jose`. */
export async function verifyAccessToken(jwt: UnverifiedJwt, issuer: IssuerLookup): Promise<TokenClaims> {
  const { header, claims, exactClaims, text } = jwt
  const { algorithms = [], dangerouslyAcceptUntyped = false } = issuer.settings
  checkType(jwt, dangerouslyAcceptUntyped)
  const alg = String(header.alg)
  // RFC 8725 §3.1: the receiver decides, never the token. A shared secret is never accepted (CVE-2015-9235).
  if (typeof header.alg !== 'string' || !algorithms.includes(alg))
    throw new TypeError(`its algorithm is not accepted.${both(algorithms, header.alg)}`)
  await withKeys(issuer.keys, { purpose: 'api', kid: header.kid }, async (jwks) => {
    const findKey = await keyFinder(jwks)
    await verifyWithKey({ text, alg }, await findKey({ ...header, alg }))
  })
  return { checked: claims, exact: exactClaims }
}

/** Claims of an ID or logout token that an access token does not have (OpenID Connect Core §2 and §3.3.2.11, Back-Channel Logout §2.4). */
const foreignClaims = ['nonce', 'at_hash', 'c_hash', 's_hash', 'events'] as const

function checkType({ header: { typ }, claims }: UnverifiedJwt, acceptUntyped: boolean): void {
  const isTyped = typeof typ === 'string' && typ.toLowerCase().replace(/^application\//, '') === 'at+jwt'
  if (isTyped) return
  // RFC 9068 §4, RFC 8725 §3.11: an ID token is signed with the same keys, and is sent to many parties that must not use it here.
  if (!acceptUntyped) throw new TypeError(`its type is wrong.${both('at+jwt', typ)}`)
  const foreign = foreignClaims.find((name) => claims[name] !== undefined)
  if (foreign !== undefined) throw new TypeError(`it is no access token: it has ${foundValue(foreign)}`)
}
