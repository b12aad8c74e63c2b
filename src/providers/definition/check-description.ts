// What a provider's description must be before anything is built on it: each refusal is a start-up error that says what
// to change. OpenID Connect Core 1.0 §3.1.2.1, RFC 6749 §3 and Appendix A; CASES A5 and E2.
import { faultInParameters } from '../../contracts/protocol-parameters.ts'
import type { Brand } from '../../contracts/provider.ts'
import { faultInEndpointUrl, faultInIssuer } from '../../outbound/endpoint-url.ts'
import type { AppliedDescription } from './apply-options.ts'
import { providerInvalid } from './provider-invalid.ts'

/** A scope token (RFC 6749 §3.3). */
const scopeToken = /^[\x21\x23-\x5b\x5d-\x7e]+$/

/** Asymmetric only: an ID token is verified with the provider's published keys. */
const signingAlgorithm = /^(?:(?:RS|PS|ES)(?:256|384|512)|EdDSA|Ed25519|ML-DSA-(?:44|65|87))$/

const clientAuthentications: ReadonlySet<unknown> = new Set([
  'client_secret_basic',
  'client_secret_post',
  'client_secret_jwt',
  'private_key_jwt',
  'none',
])

/** Shapes and groups only: a style, script, id or link in an icon would break the page's Content-Security-Policy or names. */
const icon = /^<svg [^<>]*>(?:<\/?(?:circle|ellipse|g|line|path|polygon|polyline|rect)\b[^<>]*>)*<\/svg>$/
const iconAttribute = /[\s"'](?:class|href|id|on\w+|src|style|xlink:href)\s*=/i

/** Throws `config_provider_invalid` at the first fault. */
export function checkDescription(description: AppliedDescription): void {
  const fault =
    faultInNames(description) ??
    faultInAddresses(description) ??
    faultInClient(description) ??
    faultInScopes(description) ??
    faultInParameters('authorizationParams', description.authorizationParams) ??
    faultInParameters('tokenParams', description.tokenParams) ??
    faultInBrand(description.brand)
  if (fault !== null) throw providerInvalid(description.id, fault)
}

function faultInNames({ id, name }: AppliedDescription): string | null {
  // The id stands in URLs, cookie names and variable names.
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(id)) {
    return 'id must begin with a small letter and go on with small letters, digits and hyphens'
  }
  if (typeof name !== 'string' || name.trim() === '') return 'name must not be empty'
  return null
}

function faultInAddresses(description: AppliedDescription): string | null {
  const { protocol, endpoints, deviations } = description
  const issuerFault = faultInIssuer(description.issuer)
  if (issuerFault !== null) return `issuer ${issuerFault}`
  for (const [endpoint, url] of Object.entries(endpoints ?? {})) {
    const fault = url === undefined ? null : faultInEndpointUrl(url)
    if (fault !== null) return `endpoints.${endpoint} ${fault}`
  }
  if (description.apiBaseUrl !== undefined) {
    const fault = faultInIssuer(description.apiBaseUrl)
    if (fault !== null) return `apiBaseUrl ${fault}`
  }
  for (const origin of description.apiOrigins ?? []) {
    const fault = faultInEndpointUrl(origin)
    if (fault !== null) return `apiOrigins: each ${fault}`
    // A path would look like a limit, and be none.
    if (new URL(origin).origin !== origin) return 'apiOrigins: each must be scheme, host and port only'
  }
  if (protocol === 'oauth2' && endpoints === undefined)
    return 'endpoints are needed: plain OAuth has no discovery'
  if (endpoints !== undefined && !(endpoints.authorization && endpoints.token)) {
    return 'endpoints must name authorization and token'
  }
  if (protocol === 'oauth2' && !endpoints?.userinfo && !deviations?.fetchProfile) {
    return 'endpoints.userinfo or fetchProfile is needed: without it nobody knows who signed in'
  }
  if (description.pushedAuthorizationRequests && endpoints && !endpoints.pushedAuthorizationRequest) {
    return 'endpoints.pushedAuthorizationRequest is needed for pushedAuthorizationRequests'
  }
  // An ID token that cannot be verified is never believed.
  if (protocol === 'oidc' && endpoints !== undefined && !endpoints.jwks) {
    return 'endpoints.jwks is needed to verify ID tokens where endpoints are fixed'
  }
  return null
}

function faultInClient(description: AppliedDescription): string | null {
  const { clientId, clientSecret, clientAuthentication, idTokenSigningAlg, deviations } = description
  if (clientId !== undefined && (typeof clientId !== 'string' || clientId === '')) {
    return 'clientId must be text; leave it out to take it from the environment'
  }
  if (clientSecret !== undefined && typeof clientSecret !== 'function') {
    if (typeof clientSecret !== 'string' || clientSecret === '') {
      return 'clientSecret must be text or a function; leave it out to take it from the environment'
    }
  }
  if (clientAuthentication !== undefined && !clientAuthentications.has(clientAuthentication)) {
    return `clientAuthentication must be one of ${[...clientAuthentications].join(', ')}`
  }
  const keyFault = faultInKey(description)
  if (keyFault !== null) return keyFault
  // CASES D1, D3: `none` proves nothing, and HS256 can be forged by whoever knows the client secret.
  if (idTokenSigningAlg !== undefined && !signingAlgorithm.test(idTokenSigningAlg)) {
    return 'idTokenSigningAlg must be an asymmetric JWS algorithm, such as RS256 or ES256'
  }
  if (deviations?.responseMode !== undefined && deviations.responseMode !== 'form_post') {
    return 'responseMode must be form_post or left out'
  }
  return null
}

function faultInKey({ clientKey, clientAuthentication }: AppliedDescription): string | null {
  if (clientKey === undefined) {
    return clientAuthentication === 'private_key_jwt' ? 'private_key_jwt needs a clientKey' : null
  }
  if (clientAuthentication !== undefined && clientAuthentication !== 'private_key_jwt') {
    return 'clientKey is for private_key_jwt: leave clientAuthentication out'
  }
  if (!('kty' in clientKey)) {
    return clientKey.key.usages.includes('sign') ? null : 'clientKey.key must have the usage sign'
  }
  // A secret key would be one that the provider knows too; without `d` it is the public half.
  if (!signingAlgorithm.test(clientKey.alg) || typeof clientKey.d !== 'string') {
    return 'clientKey must be a private JWK that says its alg, such as ES256'
  }
  return null
}

function faultInScopes({ protocol, scopes }: AppliedDescription): string | null {
  if (
    !Array.isArray(scopes) ||
    !scopes.every((scope) => typeof scope === 'string' && scopeToken.test(scope))
  ) {
    return 'scopes must be a list of single scopes, such as ["openid", "email"]'
  }
  // OpenID Connect Core §3.1.2.1: without it there is no ID token.
  if (protocol === 'oidc' && !scopes.includes('openid')) return 'scopes must contain "openid"'
  return null
}

function faultInBrand(brand: Brand | undefined): string | null {
  if (brand === undefined || (icon.test(brand.icon) && !iconAttribute.test(brand.icon))) return null
  return 'brand.icon must be one <svg> of plain shapes, without ids, classes, styles, links and scripts'
}
