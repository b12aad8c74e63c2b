// Authenticated encryption for a purpose: AES-256-GCM (NIST SP 800-38D) under keys that HKDF-SHA256 (RFC 5869) derives
// once from each secret. A token is base64url(version | key id | iv | ciphertext | tag); version, key id, purpose and
// context are authenticated, so a token that was sealed for one place does not open in another. Tokens that pass through browsers are
// also sealed for one audience, the application: two applications that share a secret cannot open each other's cookies.
import { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
import { LatchkeyError } from '../errors.ts'
import { type Platform, platform as runtimePlatform } from './platform.ts'
import type { SealKey } from './portable-platform.ts'

/** The purpose of a token. A token opens only for the purpose that it was sealed for. */
export type SealPurpose =
  | 'attempt'
  | 'session'
  | 'handoff'
  | 'pending-link'
  | 'id-token'
  | 'access-token'
  | 'refresh-token'
  | 'authorization'
  | 'logout'
  | 'dpop-nonce'
  | 'login-data'
  | 'client-access'
  | 'client-refresh'
  | 'client-code'
  | 'device-code'

/** The result of opening a token. If `isNewestKey` is false, seal it again, with the newest secret or for the audience. */
export type Opened<T> =
  | {
      readonly state: 'valid'
      readonly payload: T
      /** Milliseconds since 1970. */
      readonly expiresAt: number
      readonly isNewestKey: boolean
      /** Sealed before seals named their audience, so possibly by any application that has this secret. */
      readonly isUnbound?: true
    }
  | { readonly state: 'expired'; readonly payload: T }
  | { readonly state: 'invalid' }

export interface SealOptions {
  /** Milliseconds since 1970; sealed with the payload. */
  readonly expiresAt: number
  /** Binds the token to a text that both sides know, such as a provider or a row; only the same text opens it. */
  readonly context?: string | undefined
}

export interface OpenOptions {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly context?: string | undefined
  /** Also opens tokens that were sealed before seals named their audience. Default: false. */
  readonly acceptUnbound?: boolean | undefined
}

/** Seals and opens tokens: synchronously on Node, with promises on other runtimes. */
export interface Seal {
  /** Encrypts any JSON value. Throws a RangeError if it is too large for a token, or if the expiry is not finite. */
  seal(purpose: SealPurpose, payload: unknown, options: SealOptions): MaybePromise<string>
  /** Never throws: a token that is not ours, or not for this place, is `invalid`. */
  open<T = unknown>(purpose: SealPurpose, token: string, options: OpenOptions): MaybePromise<Opened<T>>
}

/** The version is 1 if the key is not bound to an audience, 2 if it is. */
const unboundVersion = 1
const boundVersion = 2
/** Stored tokens, each bound to its row: they stay valid if the application's address changes. */
const atRest: ReadonlySet<SealPurpose> = new Set<SealPurpose>(['id-token', 'access-token', 'refresh-token'])
const idAt = 1
const ivAt = 5
const ivBytes = 12
const sealedAt = ivAt + ivBytes
const tagBytes = 16
const maxTokenLength = 131_072
const minSecretBytes = 32

const invalid: Opened<never> = Object.freeze({ state: 'invalid' })
const encoder = new TextEncoder()

/** A key together with the constant part of the additional data. */
interface PurposeKey extends SealKey {
  readonly header: Uint8Array
}

type Keyring = (purpose: SealPurpose, audience: string | null) => MaybePromise<PurposeKey>

/**
 * A seal over these secrets, newest first: the first one seals, each of them opens. `audience` is the application that the
 * tokens are for; null binds them to none, for tokens that are kept in a store.
 * Throws `config_secret_missing` without a secret and `config_secret_weak` for one of less than 32 bytes.
 */
export function createSeal(
  secrets: readonly string[],
  platform: Platform = runtimePlatform,
  audience: string | null = null,
): Seal {
  // A short secret could be guessed offline from a single cookie.
  if (secrets.some((secret) => encoder.encode(secret).length < minSecretBytes)) {
    throw new LatchkeyError('config_secret_weak')
  }
  const keyrings = secrets.map((secret) => createKeyring(platform, secret))
  const newest = keyrings[0]
  if (newest === undefined) throw new LatchkeyError('config_secret_missing')
  const audienceOf = (purpose: SealPurpose): string | null => (atRest.has(purpose) ? null : audience)

  /** Decrypts with the first key that fits, starting with the newest. */
  function decrypt(
    bytes: Uint8Array,
    place: {
      readonly purpose: SealPurpose
      readonly context: string | undefined
      readonly audience: string | null
    },
    from = 0,
  ): MaybePromise<{ readonly text: string; readonly isNewestKey: boolean } | null> {
    const keyring = keyrings[from]
    if (keyring === undefined) return null
    return whenReady(keyring(place.purpose, place.audience), (key) => {
      if (key.id !== readKeyId(bytes)) return decrypt(bytes, place, from + 1)
      const additionalData = withContext(key.header, place.context)
      const opening = key.decrypt(bytes.subarray(ivAt, sealedAt), bytes.subarray(sealedAt), additionalData)
      return whenReady(opening, (text) =>
        text === null ? decrypt(bytes, place, from + 1) : { text, isNewestKey: from === 0 },
      )
    })
  }

  return {
    seal(purpose, payload, { expiresAt, context }) {
      if (!Number.isFinite(expiresAt)) throw new RangeError('A sealed token needs a finite expiry.')
      const text = JSON.stringify([expiresAt, payload])
      const iv = platform.randomBytes(ivBytes)
      return whenReady(newest(purpose, audienceOf(purpose)), (key) =>
        whenReady(key.encrypt(iv, text, withContext(key.header, context)), (sealed) => {
          const token = platform.encodeBase64url(join(key.header.subarray(0, ivAt), iv, sealed))
          if (token.length > maxTokenLength) throw new RangeError('That is too large to be sealed.')
          return token
        }),
      )
    },

    open<T>(
      purpose: SealPurpose,
      token: string,
      { now, context, acceptUnbound = false }: OpenOptions,
    ): MaybePromise<Opened<T>> {
      const bytes = token.length > maxTokenLength ? null : platform.decodeBase64url(token)
      if (bytes === null || bytes.length < sealedAt + tagBytes) return invalid
      const expected = audienceOf(purpose)
      const isBound = bytes[0] === boundVersion
      // Possibly sealed by another application that shares the secret.
      if (!isBound && (bytes[0] !== unboundVersion || (expected !== null && !acceptUnbound))) return invalid
      if (isBound && expected === null) return invalid
      const place = { purpose, context, audience: isBound ? expected : null }
      return whenReady(decrypt(bytes, place), (opened) => {
        if (opened === null) return invalid
        // Only this application can have written it, so its shape is known.
        const [expiresAt, payload] = JSON.parse(opened.text) as [number, T]
        if (now >= expiresAt) return { state: 'expired', payload }
        const { isNewestKey } = opened
        if (isBound || expected === null) return { state: 'valid', payload, expiresAt, isNewestKey }
        return { state: 'valid', payload, expiresAt, isNewestKey: false, isUnbound: true }
      })
    },
  }
}

/** The keys of one secret: each purpose has its own key, derived on first use and kept. */
function createKeyring(platform: Platform, secret: string): Keyring {
  const keys = new Map<string, MaybePromise<PurposeKey>>()
  return (purpose, audience) => {
    const name = audience === null ? `${unboundVersion} ${purpose}` : `${boundVersion} ${purpose} ${audience}`
    const known = keys.get(name)
    if (known !== undefined) return known
    const derived = whenReady(platform.deriveSealKey(secret, `latchkey seal ${name}`), (key) => {
      const version = audience === null ? unboundVersion : boundVersion
      const header = join(headerStart(version, key.id), encoder.encode(`${purpose}\0`))
      const purposeKey = { ...key, header }
      keys.set(name, purposeKey)
      return purposeKey
    })
    keys.set(name, derived)
    return derived
  }
}

function headerStart(version: number, keyId: number): Uint8Array {
  const bytes = new Uint8Array(ivAt)
  bytes[0] = version
  new DataView(bytes.buffer).setUint32(idAt, keyId)
  return bytes
}

function readKeyId(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(idAt)
}

function withContext(header: Uint8Array, context: string | undefined): Uint8Array {
  return context === undefined ? header : join(header, encoder.encode(context))
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
