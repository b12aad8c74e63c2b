// Checks a provider's description before it is used. Each refusal is a start-up error that says what to change.
// OpenID Connect Core 1.0 §3.1.2.1, RFC 6749 §3 and Appendix A; docs/security-cases.md A5 and E2.
import { faultInParameter, faultInParameters } from '../../contracts/protocol-parameters.ts'
import type { Brand, ProviderNotifications } from '../../contracts/provider.ts'
import { faultInEndpointUrl, faultInIssuer } from '../../outbound/endpoint-url.ts'
import type { AppliedDescription } from './apply-options.ts'
import { areScopes, faultInDeviations } from './check-deviations.ts'
import { providerInvalid } from './provider-invalid.ts'

/** Verified with the provider's published keys. */
const signingAlgorithm = /^(?:(?:RS|PS|ES)(?:256|384|512)|EdDSA|Ed25519|ML-DSA-(?:44|65|87))$/

/** Verified with the client secret (OpenID Connect Core §10.1). Any party that knows it can sign, so this must be set explicitly. */
const secretAlgorithm = /^HS(?:256|384|512)$/

const clientAuthentications: ReadonlySet<unknown> = new Set([
  'client_secret_basic',
  'client_secret_post',
  'client_secret_jwt',
  'private_key_jwt',
  'none',
])

/** Only shapes and groups: a style, script, id or link in an icon would violate the page's Content-Security-Policy or clash. */
const icon = /^<svg [^<>]*>(?:<\/?(?:circle|ellipse|g|line|path|polygon|polyline|rect)\b[^<>]*>)*<\/svg>$/
const iconAttribute = /[\s"'](?:class|href|id|on\w+|src|style|xlink:href)\s*=/i

/** Throws `config_provider_invalid` at the first fault. */
export function checkDescription(description: AppliedDescription): void {
  const fault =
    faultInNames(description) ??
    faultInAddresses(description) ??
    faultInClient(description) ??
    faultInSigningAlgorithm(description) ??
    faultInDeviations(description.deviations ?? {}) ??
    faultInNotifications(description.notifications) ??
    faultInScopes(description) ??
    faultInLoginHints(description) ??
    faultInParameters('authorizationParams', description.authorizationParams) ??
    faultInTokenParams(description) ??
    faultInBrand(description.brand)
  if (fault !== null) throw providerInvalid(description.id, fault)
}

function faultInNames({ id, name }: AppliedDescription): string | null {
  // The id is part of URLs, cookie names and variable names.
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]*$/.test(id)) {
    return 'id must begin with a small letter and go on with small letters, digits and hyphens'
  }
  if (typeof name !== 'string' || name.trim() === '') return 'name must not be empty'
  return null
}

function faultInAddresses(description: AppliedDescription): string | null {
  const { endpoints } = description
  const issuerFault = faultInIssuer(description.issuer)
  if (issuerFault !== null) return `issuer ${issuerFault}`
  for (const [endpoint, url] of Object.entries(endpoints ?? {})) {
    const fault = url === undefined ? null : faultInEndpointUrl(url)
    if (fault !== null) return `endpoints.${endpoint} ${fault}`
  }
  const backchannelFault = faultInBackchannel(description)
  if (backchannelFault !== null) return backchannelFault
  if (description.apiBaseUrl !== undefined) {
    const fault = faultInIssuer(description.apiBaseUrl)
    if (fault !== null) return `apiBaseUrl ${fault}`
  }
  for (const origin of description.apiOrigins ?? []) {
    const fault = faultInEndpointUrl(origin)
    if (fault !== null) return `apiOrigins: each ${fault}`
    // A path would look like a restriction, but would not be one.
    if (new URL(origin).origin !== origin) return 'apiOrigins: each must be scheme, host and port only'
  }
  return faultInWholeness(description)
}

/** Checks for what must be known up front; discovery provides the rest. */
function faultInWholeness(description: AppliedDescription): string | null {
  const { protocol, endpoints, deviations, metadataUrl } = description
  const isFixed = endpoints?.authorization !== undefined && endpoints.token !== undefined
  if (protocol === 'oauth2' && !isFixed) {
    return 'endpoints must name authorization and token: plain OAuth has no discovery'
  }
  if (protocol === 'oauth2' && metadataUrl !== undefined) return 'metadataUrl is for OpenID Connect'
  if (protocol === 'oauth2' && !endpoints?.userinfo && !deviations?.fetchProfile) {
    return 'endpoints.userinfo or fetchProfile is needed: without it the person is unknown'
  }
  if (
    protocol === 'oauth2' &&
    description.pushedAuthorizationRequests &&
    !endpoints?.pushedAuthorizationRequest
  ) {
    return 'endpoints.pushedAuthorizationRequest is needed for pushedAuthorizationRequests'
  }
  return null
}

/** Only addresses that this server requests may be internal; plain HTTP is allowed only there, and checked at start. */
function faultInBackchannel(description: AppliedDescription): string | null {
  const { metadataUrl, backchannelUrl } = description
  if (metadataUrl !== undefined && !isBelow(metadataUrl, backchannelUrl)) {
    const fault = faultInEndpointUrl(metadataUrl)
    if (fault !== null) return `metadataUrl ${fault}`
  }
  return null
}

function isBelow(url: string, base: string | undefined): boolean {
  return base !== undefined && url.startsWith(`${base}/`)
}

function faultInClient(description: AppliedDescription): string | null {
  const { clientId, clientSecret, clientAuthentication } = description
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
  return null
}

/** docs/security-cases.md D1, D3: `none` proves nothing, and HS256 only if there is a fixed secret. */
function faultInSigningAlgorithm(description: AppliedDescription): string | null {
  const { idTokenSigningAlg: algorithm, clientSecret, clientKey, clientAuthentication } = description
  if (algorithm === undefined || signingAlgorithm.test(algorithm)) return null
  if (!secretAlgorithm.test(algorithm)) {
    return 'idTokenSigningAlg must be a JWS algorithm, such as RS256, ES256 or (with the client secret) HS256'
  }
  const hasNoSecret = clientAuthentication === 'none' || clientKey !== undefined
  // A generated secret differs from the one that the provider signed with.
  if (hasNoSecret || typeof clientSecret === 'function') {
    return `idTokenSigningAlg ${algorithm} needs a client secret that is text: ID tokens are verified with it`
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
  // From a finished provider; its key was checked when the provider was defined.
  if (typeof clientKey === 'function') return null
  if (!('kty' in clientKey)) {
    return clientKey.key.usages.includes('sign') ? null : 'clientKey.key must have the usage sign'
  }
  // The provider would also know a symmetric key; without `d`, the JWK is the public half.
  if (!signingAlgorithm.test(clientKey.alg) || typeof clientKey.d !== 'string') {
    return 'clientKey must be a private JWK that says its alg, such as ES256'
  }
  return null
}

function faultInScopes({ protocol, scopes }: AppliedDescription): string | null {
  if (!areScopes(scopes)) {
    return 'scopes must be a list of single scopes, such as ["openid", "email"]'
  }
  // OpenID Connect Core §3.1.2.1: without it there is no ID token.
  if (protocol === 'oidc' && !scopes.includes('openid')) return 'scopes must contain "openid"'
  return null
}

/** Parameters that a link may pass on to the provider. None may change what is checked on return. */
function faultInLoginHints({ loginHints, deviations }: AppliedDescription): string | null {
  if (loginHints === undefined) return null
  if (!Array.isArray(loginHints)) return 'loginHints must be a list of names of parameters'
  const declaredNames = deviations?.parameterNames
  for (const name of loginHints) {
    const fault = faultInParameter(String(name), '', { declaredNames })
    if (fault !== null) return `loginHints ${fault}`
    if (name === 'acr_values') return 'loginHints must not contain acr_values: a demand is made with ?acr='
  }
  return null
}

function faultInTokenParams({ tokenParams }: AppliedDescription): string | null {
  // RFC 6749 §4.1.3 has no scope in the request with a code; §6 has one.
  if (
    typeof tokenParams === 'object' &&
    Object.keys(tokenParams ?? {}).some((name) => /^scope$/i.test(name))
  ) {
    return 'tokenParams must not contain scope: the authorization request asks for scopes, and a provider whose refresh wants them again declares sendsScopeOnRefresh: true'
  }
  return faultInParameters('tokenParams', tokenParams)
}

function faultInNotifications(notifications: ProviderNotifications | undefined): string | null {
  if (notifications === undefined) return null
  if (typeof notifications.read !== 'function') return 'notifications.read must be a function'
  const { mostAgeSeconds, deletionAnswer } = notifications
  // Each notification is remembered for this long, so it must be limited.
  if (mostAgeSeconds !== undefined && !(mostAgeSeconds > 0 && mostAgeSeconds <= 604_800)) {
    return 'notifications.mostAgeSeconds must be a number of seconds up to 604,800'
  }
  const isFunction = deletionAnswer === undefined || typeof deletionAnswer === 'function'
  return isFunction ? null : 'notifications.deletionAnswer must be a function, or left out'
}

function faultInBrand(brand: Brand | undefined): string | null {
  if (brand === undefined || (icon.test(brand.icon) && !iconAttribute.test(brand.icon))) return null
  return 'brand.icon must be one <svg> of plain shapes, without ids, classes, styles, links and scripts'
}
