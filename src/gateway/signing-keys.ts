// The keys of the gateway's tokens: ES256, derived from LATCHKEY_SECRET, so that every gateway with that secret has the same keys and
// nothing has to be stored. A new first secret makes a new key; older keys stay published as long as their secret is listed, as with
// cookies.
import { createECDH, createHash, createPrivateKey, hkdfSync, type KeyObject } from 'node:crypto'

export interface SigningKey {
  readonly id: string
  readonly key: KeyObject
  /** For the published key set. */
  readonly publicJwk: PublicJwk
}

export interface PublicJwk {
  readonly kty: 'EC'
  readonly crv: 'P-256'
  readonly x: string
  readonly y: string
  readonly kid: string
  readonly use: 'sig'
  readonly alg: 'ES256'
}

/** The order of P-256 (SP 800-186 §3.2.1.3). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** Newest first. `audience` is the application: two applications that share a secret do not share a key. */
export function signingKeysFrom(secrets: readonly string[], audience: string): readonly SigningKey[] {
  return secrets.map((secret) => signingKeyFrom(secret, audience))
}

function signingKeyFrom(secret: string, audience: string): SigningKey {
  // FIPS 186-5 A.2.1: 128 bits more than the order has, so that the remainder is almost uniformly distributed.
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', `latchkey gateway ES256 ${audience}`, 48))
  const scalar = (BigInt(`0x${bytes.toString('hex')}`) % (ORDER - 1n)) + 1n
  const d = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex')
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(d)
  const point = curve.getPublicKey()
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
  const key = createPrivateKey({
    key: { kty: 'EC', crv: 'P-256', x, y, d: d.toString('base64url') },
    format: 'jwk',
  })
  // RFC 7638 §3: the members in this order, without blanks.
  const id = createHash('sha256')
    .update(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`)
    .digest('base64url')
  return { id, key, publicJwk: { kty: 'EC', crv: 'P-256', x, y, kid: id, use: 'sig', alg: 'ES256' } }
}
