// A key that the tokens of this client are bound to, and a proof of it for each request (DPoP, RFC 9449 §4). A token that is copied from
// the network or a log is then useless without the key.
import { NativeClientError } from './native-client-error.ts'
import { base64url, hashText, type NativeCrypto, platformCrypto, randomText } from './platform-crypto.ts'

export interface ProofKey {
  /** Stored with the tokens; the storage protects both. */
  readonly privateJwk: JsonWebKey
  readonly prove: (request: ProvenRequest) => Promise<string>
}

export interface ProvenRequest {
  readonly method: string
  readonly url: string
  readonly accessToken: string | null
  readonly nonce: string | null
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const

export async function createProofKey(now: () => number): Promise<ProofKey> {
  const { privateKey } = await subtle().generateKey(algorithm, true, ['sign', 'verify'])
  return proofKeyOf(await subtle().exportKey('jwk', privateKey), now)
}

export async function proofKeyOf(privateJwk: JsonWebKey, now: () => number): Promise<ProofKey> {
  const key = await subtle().importKey('jwk', privateJwk, algorithm, false, ['sign'])
  const { kty, crv, x, y } = privateJwk
  const header = textOf({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } })
  const crypto: NativeCrypto = platformCrypto
  return {
    privateJwk,
    async prove({ method, url, accessToken, nonce }) {
      const payload = textOf({
        jti: await randomText(crypto, 16),
        htm: method.toUpperCase(),
        htu: url.replace(/[?#].*$/s, ''),
        iat: Math.floor(now() / 1000),
        ...(accessToken !== null && { ath: await hashText(crypto, accessToken) }),
        ...(nonce !== null && { nonce }),
      })
      const input = `${header}.${payload}`
      const signature = await subtle().sign(signing, key, new TextEncoder().encode(input))
      return `${input}.${base64url(new Uint8Array(signature))}`
    },
  }
}

function textOf(value: unknown): string {
  return base64url(new TextEncoder().encode(JSON.stringify(value)))
}

function subtle(): SubtleCrypto {
  const found = globalThis.crypto?.subtle
  if (found) return found
  throw new NativeClientError(
    'config_invalid',
    'dpop needs WebCrypto (crypto.subtle), which this platform has not.',
  )
}
