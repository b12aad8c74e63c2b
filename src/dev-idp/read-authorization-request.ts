// Reads an authorization request strictly (RFC 6749 §4.1.1, RFC 7636 §4.3, RFC 9700 §2.1, OpenID Connect Core §3.1.2.1).
// First the client and its redirect URI: errors there are shown as a page. Then the rest: those errors are sent to the client.
import { findParameter, findParameterOrPage } from './exchange.ts'
import type { AnswerTarget, AuthorizationRequest, Prompt } from './interactions.ts'
import { readCodeChallenge } from './pkce.ts'
import { PageError, ProtocolError } from './protocol-error.ts'
import type { ServedProvider } from './served-provider.ts'

/** Reads the client and its redirect URI. Throws `PageError`. */
export function readAnswerTarget(parameters: URLSearchParams, provider: ServedProvider): AnswerTarget {
  const clientId = findParameterOrPage(parameters, 'client_id')
  if (clientId !== provider.clientId) {
    throw new PageError('This client is not registered here.', {
      facts: [
        ['client_id that arrived', clientId ?? '(none)'],
        ['client_id of this provider', provider.clientId],
      ],
      remedy: 'Use the client id and secret that the local identity provider handed out for this provider.',
    })
  }
  const redirectUri = findParameterOrPage(parameters, 'redirect_uri')
  // RFC 9700 §2.1: redirect URIs are compared as exact strings. Nothing is sent to an unregistered one.
  if (redirectUri === null || !provider.redirectUris.has(redirectUri)) {
    throw new PageError('This redirect URI is not registered.', {
      facts: [
        ['redirect_uri that arrived', redirectUri ?? '(none)'],
        ['registered', [...provider.redirectUris].join('\n') || '(none)'],
      ],
      remedy:
        'They are compared byte for byte: look at scheme, host (localhost is not 127.0.0.1), port, path and trailing slash. A real provider would refuse it too.',
    })
  }
  return {
    redirectUri,
    state: findParameterOrPage(parameters, 'state'),
    responseMode: parameters.get('response_mode') === 'form_post' ? 'form_post' : 'query',
  }
}

/** Reads all other parameters. Throws `ProtocolError`, whose code is sent to the redirect URI. */
export function readAuthorizationRequest(
  parameters: URLSearchParams,
  target: AnswerTarget,
  provider: ServedProvider,
): AuthorizationRequest {
  const find = (name: string): string | null => findParameter(parameters, name)
  refuseUnsupported(find)
  const scopes = readScopes(find('scope'), provider)
  const prompt = readPrompt(find('prompt'))
  return {
    ...target,
    scopes,
    prompt,
    codeChallenge: readCodeChallenge(find, provider.fixture.pkce),
    nonce: find('nonce'),
    maxAgeSeconds: readMaxAge(find('max_age')),
    loginHint: find('login_hint'),
    acr: find('acr_values')?.split(' ')[0] ?? null,
    idTokenHint: find('id_token_hint'),
    // Plain OAuth providers decide themselves: the fixture drops the refresh token if the provider issues none.
    offline:
      provider.fixture.issuesRefreshToken?.(parameters) ??
      (provider.protocol === 'oauth2' ||
        scopes.includes('offline_access') ||
        find('access_type') === 'offline'),
  }
}

function refuseUnsupported(find: (name: string) => string | null): void {
  const responseType = find('response_type')
  if (responseType === null)
    throw new ProtocolError('invalid_request', 'The parameter response_type is missing.')
  // RFC 9700 §2.1.2: no implicit or hybrid flow.
  if (responseType !== 'code')
    throw new ProtocolError('unsupported_response_type', 'Only the code flow is offered.')
  const responseMode = find('response_mode')
  if (responseMode !== null && responseMode !== 'query' && responseMode !== 'form_post') {
    throw new ProtocolError('invalid_request', 'response_mode must be query or form_post.')
  }
  // OpenID Connect Core §6.1, §6.2, §7.2.1: unsupported parameters have their own error codes.
  if (find('request')) throw new ProtocolError('request_not_supported', 'Request objects are not supported.')
  if (find('request_uri'))
    throw new ProtocolError('request_uri_not_supported', 'request_uri is not supported.')
  if (find('registration'))
    throw new ProtocolError('registration_not_supported', 'registration is not supported.')
}

function readScopes(scope: string | null, provider: ServedProvider): readonly string[] {
  const separators = provider.fixture.scopeSeparator ?? (provider.protocol === 'oidc' ? / +/ : /[ ,]+/)
  const scopes = scope === null ? provider.scopes : [...new Set(scope.split(separators).filter(Boolean))]
  // OpenID Connect Core §3.1.2.1: without `openid` it is not an OpenID Connect request.
  if (provider.protocol === 'oidc' && !scopes.includes('openid')) {
    throw new ProtocolError('invalid_scope', 'The scope must contain openid.')
  }
  return scopes
}

const prompts: readonly string[] = ['none', 'login', 'select_account', 'consent'] satisfies readonly Prompt[]

function readPrompt(prompt: string | null): ReadonlySet<Prompt> {
  const values = new Set(prompt === null ? [] : prompt.split(' ').filter(Boolean))
  for (const value of values) {
    if (!prompts.includes(value)) throw new ProtocolError('invalid_request', `Unknown prompt: ${value}`)
  }
  // OpenID Connect Core §3.1.2.1: `none` must be the only value.
  if (values.has('none') && values.size > 1) {
    throw new ProtocolError('invalid_request', 'prompt=none cannot be combined.')
  }
  return values as ReadonlySet<Prompt>
}

function readMaxAge(maxAge: string | null): number | null {
  if (maxAge === null) return null
  if (!/^\d{1,9}$/.test(maxAge))
    throw new ProtocolError('invalid_request', 'max_age must be a number of seconds.')
  return Number(maxAge)
}
