// Signs tokens without a library (RFC 7515 §7.1), so that tests can make tokens that no library would: another header,
// another algorithm, raw payload bytes.
import {
  constants,
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  sign as signBytes,
} from 'node:crypto'

export interface SigningKey {
  readonly kid: string
  readonly alg: string
  readonly privateKey: KeyObject
  /** With kid, alg and use, as in a JWKS. */
  readonly publicJwk: JsonWebKey & { readonly kid: string }
}

let keyCount = 0

/** Generates a key pair for a JWS algorithm. RSA is slow, so generate as few as possible. */
export function makeKey(
  alg: string,
  options: { readonly kid?: string; readonly modulusLength?: number } = {},
): SigningKey {
  const kid = options.kid ?? `key-${++keyCount}`
  const privateKey = generatePrivateKey(alg, options.modulusLength ?? 2048)
  const publicJwk = { ...createPublicKey(privateKey).export({ format: 'jwk' }), kid, alg, use: 'sig' }
  return { kid, alg, privateKey, publicJwk }
}

function generatePrivateKey(alg: string, modulusLength: number): KeyObject {
  if (alg.startsWith('RS') || alg.startsWith('PS'))
    return generateKeyPairSync('rsa', { modulusLength }).privateKey
  if (alg === 'ES256') return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  if (alg === 'ES384') return generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey
  if (alg === 'EdDSA' || alg === 'Ed25519') return generateKeyPairSync('ed25519').privateKey
  throw new Error(`no key for ${alg}`)
}

/** Signs `input` according to RFC 7518 §3. `HS256` takes the secret's bytes; `none` signs nothing. */
function signInput(alg: string, key: KeyObject | Uint8Array, input: string): Buffer {
  if (alg === 'none') return Buffer.alloc(0)
  if (alg.startsWith('HS')) {
    if (!(key instanceof Uint8Array)) throw new Error('HMAC needs bytes')
    return createHmac(`sha${alg.slice(2)}`, key)
      .update(input)
      .digest()
  }
  if (key instanceof Uint8Array) throw new Error(`${alg} needs a private key`)
  if (alg === 'EdDSA' || alg === 'Ed25519') return signBytes(null, Buffer.from(input), key)
  const hash = `sha${alg.slice(2)}`
  if (alg.startsWith('RS')) return signBytes(hash, Buffer.from(input), key)
  if (alg.startsWith('ES')) return signBytes(hash, Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' })
  const padding = constants.RSA_PKCS1_PSS_PADDING
  return signBytes(hash, Buffer.from(input), { key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST })
}

/** Returns `header.payload.signature`. A payload given as text is used unchanged. */
export function signCompact(token: {
  readonly header: Readonly<Record<string, unknown>>
  readonly payload: Readonly<Record<string, unknown>> | string | Uint8Array
  readonly key: KeyObject | Uint8Array
  /** The algorithm that is actually used. Default: the header's. */
  readonly alg?: string
}): string {
  const { header, payload, key } = token
  const bytes =
    typeof payload === 'string' || payload instanceof Uint8Array ? payload : JSON.stringify(payload)
  const input = `${encode(JSON.stringify(header))}.${encode(bytes)}`
  return `${input}.${encode(signInput(token.alg ?? String(header.alg), key, input))}`
}

export function encode(bytes: string | Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
