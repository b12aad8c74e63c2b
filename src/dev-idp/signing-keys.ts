// The RS256 keys of one provider (RFC 7517, OpenID Connect Core §10.1). Made when first needed, and kept if there is a
// state file, so that ID tokens of yesterday can still be a logout's hint.
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'

export interface SigningKey {
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly publicJwk: JWK
}

export interface SigningKeys {
  current(): Promise<SigningKey>
  /** Makes a new key the current one; the one before stays published (OpenID Connect Core §10.1.1). */
  rotate(): Promise<SigningKey>
  /** A key that is never published. */
  stranger(): Promise<SigningKey>
  /** The public key set, newest first. */
  published(): Promise<readonly JWK[]>
}

export interface SigningKeysOptions {
  /** A private key of an earlier run. */
  readonly stored: JWK | null
  readonly save: (privateJwk: JWK) => void
}

const mostPublished = 3

export function createSigningKeys({ stored, save }: SigningKeysOptions): SigningKeys {
  let keys: Promise<readonly SigningKey[]> | null = null

  async function begin(): Promise<readonly SigningKey[]> {
    const found = stored && (await readKey(stored))
    if (found) return [found]
    const { key, privateJwk } = await makeKey()
    save(privateJwk)
    return [key]
  }

  async function all(): Promise<readonly SigningKey[]> {
    keys ??= begin()
    return keys
  }

  return {
    async current() {
      const [key] = await all()
      if (!key) throw new Error('There is no signing key.')
      return key
    },
    async rotate() {
      const before = all()
      const made = makeKey()
      keys = Promise.all([made, before]).then(([{ key }, old]) => [key, ...old].slice(0, mostPublished))
      const { key, privateJwk } = await made
      await keys
      save(privateJwk)
      return key
    },
    async stranger() {
      return (await makeKey()).key
    },
    async published() {
      return (await all()).map((key) => key.publicJwk)
    },
  }
}

async function makeKey(): Promise<{ readonly key: SigningKey; readonly privateJwk: JWK }> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const privateJwk = await exportJWK(privateKey)
  return { key: await toSigningKey(privateKey, privateJwk), privateJwk }
}

async function readKey(privateJwk: JWK): Promise<SigningKey | null> {
  try {
    const privateKey = await importJWK(privateJwk, 'RS256')
    return privateKey instanceof Uint8Array ? null : await toSigningKey(privateKey, privateJwk)
  } catch {
    return null
  }
}

async function toSigningKey(privateKey: CryptoKey, jwk: JWK): Promise<SigningKey> {
  const { kty, n, e } = jwk
  if (kty !== 'RSA' || !n || !e) throw new TypeError('Not an RSA key.')
  const kid = await calculateJwkThumbprint({ kty, n, e })
  return { kid, privateKey, publicJwk: { kty, n, e, kid, alg: 'RS256', use: 'sig' } }
}
