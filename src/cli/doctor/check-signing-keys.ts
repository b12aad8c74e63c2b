// Checks whether the provider's ID tokens can be verified: it needs an accepted algorithm and a key for it.
// OpenID Connect Core §10.1, RFC 7517 §5.
import type { ProviderConnection } from '../../oauth/server/connection.ts'
import { isSecretAlgorithm } from '../../oauth/server/signing-algorithms.ts'
import { type Finding, fine, fromError, problem } from './finding.ts'

const keyTypes: ReadonlyMap<string, string> = new Map([
  ['RS', 'RSA'],
  ['PS', 'RSA'],
  ['ES', 'EC'],
  ['Ed', 'OKP'],
  ['ML', 'AKP'],
])

export async function checkSigningKeys(connection: ProviderConnection): Promise<readonly Finding[]> {
  const { provider } = connection
  const { id, variablePrefix: prefix } = provider
  if (provider.protocol !== 'oidc') return []
  const server = await connection.server()
  const accepted = server.id_token_signing_alg_values_supported ?? []
  if (accepted.length === 0) {
    const says = 'none of its algorithms for ID tokens is accepted without configuration.'
    const remedy = `If it signs with the client secret, set ${prefix}_ID_TOKEN_ALG=HS256; otherwise register an asymmetric algorithm there.`
    return [problem(id, says, remedy)]
  }
  if (!accepted.some((one) => !isSecretAlgorithm(one)))
    return [fine(id, 'ID tokens are verified with the client secret.')]
  if (!server.jwks_uri) return [problem(id, 'its metadata has no jwks_uri.', `Set ${prefix}_JWKS_URI.`)]
  try {
    const request = { method: 'GET', headers: { accept: 'application/json' }, redirect: 'manual' } as const
    const answer = await connection.fetch(server.jwks_uri, request)
    const keys = keysIn(await answer.json().catch(() => null))
    const usable = keys.filter((key) => accepted.some((algorithm) => fits(key, algorithm)))
    if (usable.length > 0) return [fine(id, 'its key set has a key that can verify ID tokens.')]
    const says = `${server.jwks_uri} answers ${answer.status} with ${keys.length} keys, none of which can verify ${accepted.join(' or ')}.`
    return [
      problem(
        id,
        says,
        `Set up a signing key at the provider, or set ${prefix}_ID_TOKEN_ALG to the algorithm that it uses.`,
      ),
    ]
  } catch (error) {
    return [fromError(id, error)]
  }
}

type Key = Readonly<Record<string, unknown>>

function keysIn(document: unknown): readonly Key[] {
  const keys = typeof document === 'object' && document !== null && 'keys' in document ? document.keys : null
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'object' && key !== null) : []
}

function fits({ kty, use, alg }: Key, algorithm: string): boolean {
  if (use !== undefined && use !== 'sig') return false
  if (alg !== undefined && alg !== algorithm) return false
  return kty === keyTypes.get(algorithm.slice(0, 2))
}
