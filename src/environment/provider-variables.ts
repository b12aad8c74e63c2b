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
    'The id of another provider whose people these are: two with one issuer do not start without it.',
  ),
  // Addresses.
  variable('ISSUER', 'issuer', 'issuer', 'Exactly as the provider writes it, a slash at its end included.'),
  variable('BASE_URL', 'issuer', 'baseUrl', 'Another host: an emulator, an enterprise server.'),
  variable('API_URL', 'issuer', 'apiUrl', 'The base address of its API.'),
  variable('API_ORIGINS', 'list', 'apiOrigins', 'Further origins that may see an access token.'),
  variable(
    'METADATA_URL',
    'address',
    'metadataUrl',
    'The exact address of its metadata, when that is not below the issuer.',
  ),
  variable(
    'DANGEROUSLY_PLAIN_HTTP_BACKCHANNEL',
    'flag',
    'dangerouslyPlainHttpBackchannel',
    '`1`: accepts `http:` for `_BACKCHANNEL_URL` in production too, on a network of your own.',
  ),
  variable(
    'BACKCHANNEL_URL',
    'internal',
    'backchannelUrl',
    'The base address that this server uses, when browsers use another one.',
  ),
  variable('AUTHORIZATION_ENDPOINT', 'address', 'endpoints.authorization', 'One endpoint by itself.'),
  variable('TOKEN_ENDPOINT', 'address', 'endpoints.token', 'One endpoint by itself.'),
  variable('USERINFO_ENDPOINT', 'address', 'endpoints.userinfo', 'One endpoint by itself.'),
  variable('JWKS_URI', 'address', 'endpoints.jwks', 'Where its keys are.'),
  variable('REVOCATION_ENDPOINT', 'address', 'endpoints.revocation', 'One endpoint by itself.'),
  variable('END_SESSION_ENDPOINT', 'address', 'endpoints.endSession', 'One endpoint by itself.'),
  // Requests.
  variable('SCOPE', 'list', 'scopes', 'The scopes, instead of the entry’s own.'),
  variable('AUTH_PARAMS', 'parameters', 'authorizationParams', 'Added to the authorization request.'),
  variable('TOKEN_PARAMS', 'parameters', 'tokenParams', 'Added to the token request.'),
  variable(
    'LOGIN_HINTS',
    'list',
    'loginHints',
    'Parameters that `/auth/login/ID` passes on, beside `login_hint` and `ui_locales`.',
  ),
  {
    ...variable('RESPONSE_MODE', 'choice', 'responseMode', 'How the answer comes back.'),
    values: ['query', 'form_post'],
  },
  {
    ...variable('PKCE', 'choice', 'pkce', '`0`: the provider refuses PKCE; `plain`: it knows no S256.'),
    values: ['0', '1', 'plain', 'S256', 'none'],
    meanings: { 0: 'none', 1: 'S256' },
  },
  variable(
    'PAR',
    'flag',
    'pushedAuthorizationRequests',
    '`1`: hands the authorization request to the provider directly (RFC 9126).',
  ),
  variable(
    'REAUTHENTICATION',
    'parameters',
    'reauthentication',
    'What makes it ask for the password again, where it sends no usable `auth_time`: `prompt=login`.',
  ),
  variable('REFRESH_SCOPE', 'flag', 'sendsScopeOnRefresh', '`1`: its refresh wants `scope`.'),
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
    'Domains whose mailboxes this provider itself runs: its word about an address there is final.',
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
