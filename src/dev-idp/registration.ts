// What an application has to know of a provider that is served locally: where it is, and the credentials of its client.
import { exportJWK, generateKeyPair } from 'jose'
import type { PrivateJwk, ProviderPlace } from '../contracts/provider.ts'

/** Where a served provider is found, and the credentials of its client. */
export interface Registration {
  readonly place: ProviderPlace
  readonly clientId: string
  readonly clientSecret: string
  /** For a client that signs (`private_key_jwt`). */
  readonly clientKey?: PrivateJwk | undefined
}

/** A key pair for a client that signs. */
export async function makeClientKey(): Promise<PrivateJwk> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const { kty, ...members } = await exportJWK(privateKey)
  return { ...members, kty: kty ?? 'EC', alg: 'ES256', kid: 'client' }
}
