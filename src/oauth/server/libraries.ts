// Loads the protocol libraries on first use, so that an application does not wait for them at start.
// The only file that imports them as values.
import type * as Oauth from 'oauth4webapi'
import { loadOnce } from '../../contracts/load-once.ts'

/** The OAuth and OpenID Connect protocol. */
export const loadOauth: () => Promise<typeof Oauth> = loadOnce(() => import('oauth4webapi'))

/** JOSE, for choosing and importing a published key. */
export async function loadKeyChoice(): Promise<typeof import('jose/jwks/local').createLocalJWKSet> {
  return (await import('jose/jwks/local')).createLocalJWKSet
}

/** JOSE, for logout tokens. */
export async function loadJwtVerification(): Promise<typeof import('jose/jwt/verify').jwtVerify> {
  return (await import('jose/jwt/verify')).jwtVerify
}

/** JOSE, for signatures on runtimes without synchronous verification. */
export async function loadSignatureVerification(): Promise<
  typeof import('jose/jws/compact/verify').compactVerify
> {
  return (await import('jose/jws/compact/verify')).compactVerify
}

/** JOSE, for the client's own key, and for keys in DPoP proofs. */
export async function loadKeyImport(): Promise<typeof import('jose/key/import').importJWK> {
  return (await import('jose/key/import')).importJWK
}

/** JOSE, for the thumbprint of a key (RFC 7638). */
export async function loadThumbprint(): Promise<typeof import('jose/jwk/thumbprint').calculateJwkThumbprint> {
  return (await import('jose/jwk/thumbprint')).calculateJwkThumbprint
}
