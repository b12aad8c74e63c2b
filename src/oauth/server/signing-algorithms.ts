// Which algorithms may sign a provider's tokens, and the hash of each. OpenID Connect Core §2 and §3.1.3.7 (7 and 8), RFC 8725 §3.1:
// the receiver decides, never the token. `none` proves nothing; HS256 can be forged by everyone who knows the client secret, or the
// public key if an implementation confuses keys. docs/security-cases.md D1–D3, D15.
import { decode as decodeBase64url, encode as encodeBase64url } from 'jose/base64url'
import { platform } from '../../crypto/platform.ts'
import { CheckError } from './check-error.ts'
import { both } from './expected-and-found.ts'

type Hash = 'SHA-256' | 'SHA-384' | 'SHA-512'

const hashes: ReadonlyMap<string, Hash> = new Map<string, Hash>([
  ...(['RS', 'PS', 'ES'] as const).flatMap((family): [string, Hash][] => [
    [`${family}256`, 'SHA-256'],
    [`${family}384`, 'SHA-384'],
    [`${family}512`, 'SHA-512'],
  ]),
  // Ed25519 uses SHA-512 internally (RFC 8032 §5.1).
  ['EdDSA', 'SHA-512'],
  ['Ed25519', 'SHA-512'],
])

const secretHashes: ReadonlyMap<unknown, Hash> = new Map<string, Hash>([
  ['HS256', 'SHA-256'],
  ['HS384', 'SHA-384'],
  ['HS512', 'SHA-512'],
])

/** Whether the client secret verifies it (OpenID Connect Core §3.1.3.7 (8)): allowed only if the description names it. */
export function isSecretAlgorithm(algorithm: unknown): algorithm is string {
  return secretHashes.has(algorithm)
}

/** Only the registered algorithm; otherwise the asymmetric ones among those announced; otherwise RS256. */
export function acceptedAlgorithms(registered: string | undefined, announced: unknown): readonly string[] {
  if (registered !== undefined) return [registered]
  const list = typeof announced === 'string' ? [announced] : announced
  // Without a usable list: RS256, which every provider must support (OpenID Connect Discovery §3).
  if (!Array.isArray(list) || list.length === 0) return ['RS256']
  return [...new Set(list.filter((algorithm) => hashes.has(algorithm)))]
}

/** @throws TypeError that names the algorithm and the accepted ones. */
export function checkAlgorithm(found: unknown, accepted: readonly string[] = []): void {
  if (accepted.some((algorithm) => algorithm === found)) return
  // RFC 8725 §3.1: the receiver decides, never the token.
  const remedy = isSecretAlgorithm(found)
    ? ` Where this provider signs with the client secret, set idTokenSigningAlg to "${found}".`
    : typeof found === 'string' && hashes.has(found)
      ? ' Where the provider registers another algorithm for this client, set idTokenSigningAlg.'
      : ''
  throw new CheckError('alg', `its algorithm is not accepted.${both(accepted, found)}${remedy}`)
}

/** The left half of a text's hash (`at_hash`, `c_hash`: OpenID Connect Core §3.1.3.6); null if the hash of `alg` is unknown. */
export async function halfHash(text: string, alg: unknown): Promise<string | null> {
  const hash = secretHashes.get(alg) ?? hashes.get(String(alg))
  if (hash === undefined) return null
  const digest = await digestOf(text, hash)
  return encodeBase64url(digest.subarray(0, digest.length / 2))
}

async function digestOf(text: string, hash: Hash): Promise<Uint8Array> {
  // By far the most common hash; synchronous if the runtime can.
  if (hash === 'SHA-256') return decodeBase64url(await platform.sha256(text))
  return new Uint8Array(await crypto.subtle.digest(hash, new TextEncoder().encode(text)))
}
