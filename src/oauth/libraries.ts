// Loads the protocol libraries when they are first needed: an application that starts must not wait for them.
// The only place that imports them as values.
import type * as Oauth from 'oauth4webapi'

let oauth: Promise<typeof Oauth> | undefined

/** The OAuth and OpenID Connect protocol. */
export function loadOauth(): Promise<typeof Oauth> {
  oauth ??= import('oauth4webapi')
  return oauth
}

/** What verifies a JWT that came by no token endpoint. */
export interface JwtVerifier {
  readonly createLocalJWKSet: typeof import('jose/jwks/local').createLocalJWKSet
  readonly jwtVerify: typeof import('jose/jwt/verify').jwtVerify
}

let jose: Promise<JwtVerifier> | undefined

/** JOSE, for logout tokens. */
export function loadJwtVerifier(): Promise<JwtVerifier> {
  jose ??= Promise.all([import('jose/jwks/local'), import('jose/jwt/verify')]).then(
    ([{ createLocalJWKSet }, { jwtVerify }]) => ({ createLocalJWKSet, jwtVerify }),
  )
  return jose
}

/** JOSE, for the client's own key. */
export async function loadKeyImport(): Promise<typeof import('jose/key/import').importJWK> {
  return (await import('jose/key/import')).importJWK
}
