// The signing keys of one provider (RFC 7517, OpenID Connect Core §10.1). They are generated when first needed, and stored if
// there is a state file, so that older ID tokens still work as a logout's hint. With HS256 the key is the client secret, and
// nothing is published.
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import type { SigningAlgorithm } from '../contracts/provider-fixture.ts'
import { randomToken } from './random-token.ts'

export interface SigningKey {
  readonly alg: SigningAlgorithm
  /** `undefined` for the client secret. */
  readonly kid: string | undefined
  readonly privateKey: CryptoKey | Uint8Array
  /** The key that verifies signatures. */
  readonly verifyingKey: JWK
}

export interface SigningKeys {
  readonly alg: SigningAlgorithm
  current(): Promise<SigningKey>
  /** Makes a new key the current one. The previous one stays published (OpenID Connect Core §10.1.1). */
  rotate(): Promise<SigningKey>
  /** Generates a key that is never published. */
  stranger(): Promise<SigningKey>
  /** All keys whose signatures are accepted, newest first. */
  accepted(): Promise<readonly JWK[]>
  /** The public key set, newest first. */
  published(): Promise<readonly JWK[]>
}

export interface SigningKeysOptions {
  readonly alg: SigningAlgorithm
  readonly clientSecret: string
  /** A private key of an earlier run. */
  readonly stored: JWK | null
  readonly save: (privateJwk: JWK) => void
}

const mostPublished = 3

export function createSigningKeys(options: SigningKeysOptions): SigningKeys {
  return options.alg === 'HS256' ? secretKeys(options.clientSecret) : keyPairs(options)
}

function keyPairs({ alg, stored, save }: SigningKeysOptions): SigningKeys {
  let keys: Promise<readonly SigningKey[]> | null = null

  async function begin(): Promise<readonly SigningKey[]> {
    const found = stored && (await readKey(alg, stored))
    if (found) return [found]
    const { key, privateJwk } = await makeKey(alg)
    save(privateJwk)
    return [key]
  }

  async function all(): Promise<readonly SigningKey[]> {
    keys ??= begin()
    return keys
  }

  async function published(): Promise<readonly JWK[]> {
    return (await all()).map(({ verifyingKey }) => verifyingKey)
  }

  return {
    alg,
    async current() {
      const [key] = await all()
      if (!key) throw new Error('There is no signing key.')
      return key
    },
    async rotate() {
      const before = all()
      const made = makeKey(alg)
      keys = Promise.all([made, before]).then(([{ key }, old]) => [key, ...old].slice(0, mostPublished))
      const { key, privateJwk } = await made
      await keys
      save(privateJwk)
      return key
    },
    async stranger() {
      return (await makeKey(alg)).key
    },
    accepted: published,
    published,
  }
}

/** OpenID Connect Core §10.1: the key is the client secret. It cannot be rotated without the client. */
function secretKeys(clientSecret: string): SigningKeys {
  const keyOf = (secret: string): SigningKey => {
    const privateKey = new TextEncoder().encode(secret)
    const k = Buffer.from(privateKey).toString('base64url')
    return { alg: 'HS256', kid: undefined, privateKey, verifyingKey: { kty: 'oct', k, alg: 'HS256' } }
  }
  const key = keyOf(clientSecret)
  return {
    alg: 'HS256',
    current: async () => key,
    rotate: async () => key,
    stranger: async () => keyOf(randomToken()),
    accepted: async () => [key.verifyingKey],
    published: async () => [],
  }
}

async function makeKey(
  alg: SigningAlgorithm,
): Promise<{ readonly key: SigningKey; readonly privateJwk: JWK }> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true })
  const privateJwk = await exportJWK(privateKey)
  return { key: await toSigningKey(alg, privateKey, privateJwk), privateJwk }
}

async function readKey(alg: SigningAlgorithm, privateJwk: JWK): Promise<SigningKey | null> {
  try {
    const privateKey = await importJWK(privateJwk, alg)
    return privateKey instanceof Uint8Array ? null : await toSigningKey(alg, privateKey, privateJwk)
  } catch {
    return null
  }
}

async function toSigningKey(alg: SigningAlgorithm, privateKey: CryptoKey, jwk: JWK): Promise<SigningKey> {
  const publicMembers = publicMembersOf(jwk)
  const kid = await calculateJwkThumbprint(publicMembers)
  return { alg, kid, privateKey, verifyingKey: { ...publicMembers, kid, alg, use: 'sig' } }
}

function publicMembersOf({ kty, n, e, crv, x, y }: JWK): JWK {
  if (kty === 'RSA' && n && e) return { kty, n, e }
  if (kty === 'EC' && crv && x && y) return { kty, crv, x, y }
  if (kty === 'OKP' && crv && x) return { kty, crv, x }
  throw new TypeError('Not a key that signs.')
}
