// The public key that a DPoP proof carries in its own header. Only here does the sender's key verify the sender's own signature, so it
// proves possession and nothing more. RFC 9449 §4.2 and §4.3, RFC 7517 §4, RFC 7638.
import { foundValue } from '../../web/foreign-text.ts'
import { loadKeyImport, loadThumbprint } from '../server/libraries.ts'

/** The members of a public key, by type. */
const publicMembers: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['EC', ['crv', 'x', 'y']],
  ['OKP', ['crv', 'x']],
  ['RSA', ['n', 'e']],
])

/** RFC 7518 §6.2.2, §6.3.2 and §6.4.1, RFC 8037 §2; `priv` from the drafts for further key types. */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'] as const

/** 4,096 bits as base64url: a larger modulus would cost the server more than the sender. */
const longestModulus = 683
/** Five bytes: 65,537 needs three, and a long exponent slows each verification. */
const longestExponent = 7
/** A coordinate of P-521 has 66 bytes. */
const longestCoordinate = 88

export interface ProofKey {
  readonly key: CryptoKey
  /** The key's SHA-256 thumbprint as base64url (RFC 7638), as in `cnf.jkt`. */
  readonly thumbprint: string
}

/** @throws TypeError that does not quote the key; an error of `jose` if it is not a key. */
export async function readProofKey(jwk: unknown, alg: string): Promise<ProofKey> {
  const members = membersOf(jwk)
  const [importJWK, calculateJwkThumbprint] = await Promise.all([loadKeyImport(), loadThumbprint()])
  const key = await importJWK(members, alg)
  if (key instanceof Uint8Array) throw new TypeError('its jwk is no public key')
  return { key, thumbprint: await calculateJwkThumbprint(members, 'sha256') }
}

/** Only the members of the public key: other members from the sender are ignored. */
function membersOf(jwk: unknown): Record<string, string> {
  if (typeof jwk !== 'object' || jwk === null || Array.isArray(jwk)) throw new TypeError('its jwk is no key')
  const members = jwk as Readonly<Record<string, unknown>>
  // RFC 9449 §4.3 (7): a private key that was sent is no longer secret.
  if (privateMembers.some((name) => name in members)) throw new TypeError('its jwk has a private part')
  const { kty } = members
  const names = publicMembers.get(kty)
  if (!names) throw new TypeError(`its jwk is of no asymmetric type. Found ${foundValue(kty, 60)}`)
  const entries = ['kty', ...names].map((name) => [name, members[name]] as const)
  for (const [name, value] of entries) {
    if (typeof value !== 'string' || value === '') throw new TypeError(`its jwk has no ${name}`)
    if (value.length > longest(name)) throw new TypeError(`its jwk has a ${name} that is too long`)
  }
  return Object.fromEntries(entries) as Record<string, string>
}

function longest(name: string): number {
  if (name === 'n') return longestModulus
  return name === 'e' ? longestExponent : longestCoordinate
}
