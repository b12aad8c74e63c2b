// What Latchkey needs of a runtime's cryptography, and an implementation that every runtime has: WebCrypto. node-platform.ts has
// the implementation with Node's synchronous functions; both produce byte-identical formats.
import type { MaybePromise } from '../contracts/maybe-promise.ts'

/** Random values, digests and sealing keys. Text is encoded as UTF-8, digests are returned as base64url. */
export interface Platform {
  randomBytes(length: number): Uint8Array
  sha256(text: string): MaybePromise<string>
  /** Compares without revealing where two texts of equal length differ. */
  equals(a: string, b: string): boolean
  encodeBase64url(bytes: Uint8Array): string
  /** The bytes; null unless `text` is exactly what `encodeBase64url` makes of them. */
  decodeBase64url(text: string): Uint8Array | null
  /** Derives a key for one use from the secret by HKDF-SHA256 (RFC 5869). */
  deriveSealKey(secret: string, info: string): MaybePromise<SealKey>
  /**
   * Whether the owner of this public key signed `data` with the JWS algorithm `alg` (RFC 7518 §3.1); also false if the key cannot be
   * used with it. Null if the runtime cannot verify synchronously.
   */
  readonly verifySignature: ((alg: string, key: CryptoKey, signed: SignedBytes) => boolean) | null
}

export interface SignedBytes {
  /** ASCII. */
  readonly data: string
  readonly signature: Uint8Array
}

/** One AES-256-GCM key (NIST SP 800-38D) and its public name. */
export interface SealKey {
  /** Unsigned, 32 bits; derived from the secret together with the key. */
  readonly id: number
  /** Ciphertext followed by the 16-byte tag. */
  encrypt(iv: Uint8Array, text: string, additionalData: Uint8Array): MaybePromise<Uint8Array>
  /** The text, or null if the tag does not match. */
  decrypt(iv: Uint8Array, sealed: Uint8Array, additionalData: Uint8Array): MaybePromise<string | null>
}

const keyBytes = 32
const idBytes = 4
/** The number of bytes that HKDF derives for one seal key: the AES key, then its id. */
export const derivedBytes: number = keyBytes + idBytes

/** Splits the output of HKDF. */
export function splitDerived(derived: Uint8Array): { readonly key: Uint8Array; readonly id: number } {
  const view = new DataView(derived.buffer, derived.byteOffset, derived.byteLength)
  return { key: derived.subarray(0, keyBytes), id: view.getUint32(keyBytes) }
}

/** Takes constant time for equal lengths; the length itself is not secret. */
export function equals(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let at = 0; at < a.length; at++) difference |= a.charCodeAt(at) ^ b.charCodeAt(at)
  return difference === 0
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

// The casts are for the type checker only: TypeScript cannot know that these bytes are never in shared memory.
const toBytes = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text) as Uint8Array<ArrayBuffer>
const unshared = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>

function encodeBase64url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function decodeBase64url(text: string): Uint8Array | null {
  let binary: string
  try {
    binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return null
  }
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  // `atob` accepts white space, padding and stray low bits, but each value must have exactly one spelling.
  return encodeBase64url(bytes) === text ? bytes : null
}

async function deriveSealKey(secret: string, info: string): Promise<SealKey> {
  const root = await crypto.subtle.importKey('raw', toBytes(secret), 'HKDF', false, ['deriveBits'])
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: toBytes(info) }
  const derived = new Uint8Array(await crypto.subtle.deriveBits(parameters, root, derivedBytes * 8))
  const { key: raw, id } = splitDerived(derived)
  const key = await crypto.subtle.importKey('raw', unshared(raw), 'AES-GCM', false, ['encrypt', 'decrypt'])
  const algorithm = (iv: Uint8Array, additionalData: Uint8Array): AesGcmParams => ({
    name: 'AES-GCM',
    iv: unshared(iv),
    additionalData: unshared(additionalData),
  })
  return {
    id,
    encrypt: async (iv, text, additionalData) =>
      new Uint8Array(await crypto.subtle.encrypt(algorithm(iv, additionalData), key, toBytes(text))),
    decrypt: (iv, sealed, additionalData) =>
      crypto.subtle.decrypt(algorithm(iv, additionalData), key, unshared(sealed)).then(
        (plain) => decoder.decode(plain),
        () => null,
      ),
  }
}

/** The implementation on WebCrypto alone. */
export function createPortablePlatform(): Platform {
  return {
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    sha256: async (text) =>
      encodeBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', toBytes(text)))),
    equals,
    encodeBase64url,
    decodeBase64url,
    deriveSealKey,
    verifySignature: null,
  }
}
