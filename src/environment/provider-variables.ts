// The variables that every provider has after its prefix (`GOOGLE_`, `OIDC_ACME_`), each with the option that it sets. Reading,
// notices, the commands and the documentation all use this table.

/**
 * How a variable is parsed. `issuer` is an address without a query, `internal` one that may be plain HTTP, `json` a JSON
 * object.
 */
export type VariableKind =
  | 'text'
  | 'secret'
  | 'list'
  | 'flag'
  | 'choice'
  | 'parameters'
  | 'address'
  | 'issuer'
  | 'internal'
  | 'json'

export interface ProviderVariable {
  /** Follows the prefix and an underscore. */
  readonly suffix: string
  readonly kind: VariableKind
  /** The option of `ProviderOptions`; a dot addresses a member of an object. */
  readonly option: string
  readonly values?: readonly string[]
  /** The option's value for a value of the variable, if they differ. */
  readonly meanings?: Readonly<Record<string, string>>
  readonly sentence: string
}

export const providerVariables: readonly ProviderVariable[] = [
  // Client registration.
  variable('CLIENT_ID', 'text', 'clientId', 'The client id.'),
  variable('CLIENT_SECRET', 'secret', 'clientSecret', 'The client secret.'),
  variable(
    'CLIENT_KEY',
    'json',
    'clientKey',
    'A private JWK that says its `alg`: signs instead of sending a secret (`private_key_jwt`).',
  ),
  {
    ...variable('CLIENT_AUTH', 'choice', 'clientAuthentication', 'How the client proves itself.'),
    values: ['client_secret_basic', 'client_secret_post', 'client_secret_jwt', 'private_key_jwt', 'none'],
  },
  {
    ...variable(
      'CLIENT_ASSERTION_AUDIENCE',
      'choice',
      'clientAssertionAudience',
      'The `aud` of a signed client assertion.',
    ),
    values: ['issuer', 'token-endpoint'],
  },
  variable(
    'SAME_IDENTITIES_AS',
    'text',
    'sameIdentitiesAs',
    'The id of another provider that knows the same people; without it, two providers with one issuer stop the start.',
  ),
  // Addresses.
  variable('ISSUER', 'issuer', 'issuer', 'Exactly as the provider writes it, including a trailing slash.'),
  variable('BASE_URL', 'issuer', 'baseUrl', 'Another host: an emulator, an enterprise server.'),
  variable('API_URL', 'issuer', 'apiUrl', 'The base address of its API.'),
  variable('API_ORIGINS', 'list', 'apiOrigins', 'Further origins that may see an access token.'),
  variable(
    'METADATA_URL',
    'address',
    'metadataUrl',
    'The exact address of its metadata, if that is not below the issuer.',
  ),
  variable(
    'DANGEROUSLY_PLAIN_HTTP_BACKCHANNEL',
    'flag',
    'dangerouslyPlainHttpBackchannel',
    '`1`: accepts `http:` for `_BACKCHANNEL_URL` in production too, on your own network.',
  ),
  variable(
    'BACKCHANNEL_URL',
    'internal',
    'backchannelUrl',
    'The base address that this server uses, if browsers use another one.',
  ),
  variable('AUTHORIZATION_ENDPOINT', 'address', 'endpoints.authorization', 'Overrides this endpoint.'),
  variable('TOKEN_ENDPOINT', 'address', 'endpoints.token', 'Overrides this endpoint.'),
  variable('USERINFO_ENDPOINT', 'address', 'endpoints.userinfo', 'Overrides this endpoint.'),
  variable('JWKS_URI', 'address', 'endpoints.jwks', 'The address of its keys.'),
  variable('REVOCATION_ENDPOINT', 'address', 'endpoints.revocation', 'Overrides this endpoint.'),
  variable('END_SESSION_ENDPOINT', 'address', 'endpoints.endSession', 'Overrides this endpoint.'),
  // Requests.
  variable('SCOPE', 'list', 'scopes', 'The scopes, instead of the entry’s own.'),
  variable('AUTH_PARAMS', 'parameters', 'authorizationParams', 'Added to the authorization request.'),
  variable('TOKEN_PARAMS', 'parameters', 'tokenParams', 'Added to the token request.'),
  variable(
    'LOGIN_HINTS',
    'list',
    'loginHints',
    'Parameters that `/auth/login/ID` passes on, in addition to `login_hint`, `ui_locales` and `display`.',
  ),
  {
    ...variable('RESPONSE_MODE', 'choice', 'responseMode', 'How the provider returns its answer.'),
    values: ['query', 'form_post'],
  },
  {
    ...variable(
      'PKCE',
      'choice',
      'pkce',
      '`0`: the provider refuses PKCE; `plain`: it does not support S256.',
    ),
    values: ['0', '1', 'plain', 'S256', 'none'],
    meanings: { 0: 'none', 1: 'S256' },
  },
  variable(
    'PAR',
    'flag',
    'pushedAuthorizationRequests',
    '`1`: pushes the authorization request to the provider directly (RFC 9126).',
  ),
  variable(
    'REAUTHENTICATION',
    'parameters',
    'reauthentication',
    'Parameters that make it ask for the password again, if it sends no usable `auth_time`: `prompt=login`.',
  ),
  variable('REFRESH_SCOPE', 'flag', 'sendsScopeOnRefresh', '`1`: it requires `scope` in a refresh.'),
  variable('USER_AGENT', 'text', 'requestHeaders.user-agent', 'The `User-Agent` of each request to it.'),
  // Verification and claims.
  variable('ID_TOKEN_ALG', 'text', 'idTokenSigningAlg', 'The algorithm of its ID tokens, as registered.'),
  {
    ...variable('CLAIMS_FROM', 'choice', 'claimsFrom', 'Where claims come from.'),
    values: ['id-token', 'userinfo'],
  },
  variable('EMAIL_CLAIM', 'text', 'claimNames.email', 'Which claim is the e-mail address.'),
  variable('NAME_CLAIM', 'text', 'claimNames.name', 'Which claim is the name.'),
  variable('PICTURE_CLAIM', 'text', 'claimNames.picture', 'Which claim is the picture.'),
  variable(
    'AUTHORITATIVE_DOMAINS',
    'list',
    'authoritativeDomains',
    'Domains whose mailboxes this provider itself runs, so that it is authoritative for their addresses.',
  ),
  variable(
    'LOGOUT_TOKEN_WITHOUT_EXP',
    'flag',
    'logoutTokensWithoutExpiry',
    '`1`: accepts back-channel logout tokens without `exp`.',
  ),
  // Appearance.
  variable('NAME', 'text', 'name', 'For the button.'),
]

function variable(suffix: string, kind: VariableKind, option: string, sentence: string): ProviderVariable {
  return { suffix, kind, option, sentence }
}
