// What an application needs to know about a provider that is served locally: its address and the client's credentials.
import { exportJWK, generateKeyPair } from 'jose'
import type { PrivateJwk, ProviderPlace } from '../contracts/provider.ts'

/** The address of a served provider, and the credentials of its client. */
export interface Registration {
  readonly place: ProviderPlace
  readonly clientId: string
  readonly clientSecret: string
  /** The key of a client that authenticates with `private_key_jwt`. */
  readonly clientKey?: PrivateJwk | undefined
}

/** Generates the key of a client that authenticates with `private_key_jwt`. */
export async function makeClientKey(): Promise<PrivateJwk> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const { kty, ...members } = await exportJWK(privateKey)
  return { ...members, kty: kty ?? 'EC', alg: 'ES256', kid: 'client' }
}
