// The key that the client signs with (`private_key_jwt`, OpenID Connect Core §9, RFC 7523 §2.2), imported on first use.
import type { ClientKey, PrivateJwk } from '../../contracts/provider.ts'
import { loadKeyImport } from './libraries.ts'
import { translating } from './translate-error.ts'

export interface SigningKey {
  readonly key: CryptoKey
  readonly kid: string | undefined
}

/** Rejects with `provider_credentials_refused` if it is not a private key for its algorithm. */
export function importClientKey(clientKey: ClientKey): Promise<SigningKey> {
  return translating(
    { what: 'client key', at: 'client-credentials', otherwise: 'provider_credentials_refused' },
    async () => {
      if (!('kty' in clientKey)) return { key: clientKey.key, kid: clientKey.kid }
      const importJwk = await loadKeyImport()
      const { kid, ...jwk } = clientKey
      const key = await importJwk(jwk as Omit<PrivateJwk, 'kid'>, clientKey.alg)
      if (!(key instanceof CryptoKey) || key.type !== 'private') throw new TypeError('Not a private key.')
      return { key, kid }
    },
  )
}
