// Programmable identity providers over real HTTP: honest by default, and malicious where a test says so. Every answer can be
// replaced. Written only from the specifications; shares no code with src/.
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeKey, type SigningKey, signCompact } from './compact-jwt.ts'
import {
  formPost,
  githubPaths,
  json,
  jsonType,
  leftHalfHash,
  notFound,
  oidcPaths,
  readBody,
  verifies,
} from './provider-answers.ts'
import type {
  Behaviour,
  Endpoint,
  Grant,
  IdTokenDraft,
  LoggedRequest,
  Paths,
  RawAnswer,
  TestPerson,
  TestProviderOptions,
  TokenContext,
} from './provider-behaviour.ts'
import { rememberSecret } from './secrets.ts'

export class TestProvider {
  readonly origin: string
  readonly issuer: string
  readonly shape: 'oidc' | 'github'
  readonly clientId: string
  readonly clientSecret: string | null
  readonly paths: Paths
  readonly options: TestProviderOptions
  /** Published keys; the first one signs. */
  keys: SigningKey[]
  behaviour: Behaviour
  /** The person who signs in next, unless the browser sends a `person` cookie that names one of `people`. */
  person: TestPerson = { sub: 'nobody' }
  readonly people: Map<string, TestPerson> = new Map()
  requests: LoggedRequest[] = []
  readonly #grants = new Map<string, Grant>()
  readonly #accessTokens = new Map<string, TestPerson>()
  readonly #refreshTokens = new Map<string, { grant: Grant; used: boolean }>()
  readonly #pushed = new Map<string, URLSearchParams>()
  /** How many times a refresh token was reused. */
  reusedRefreshTokens = 0
  readonly #server: Server

  constructor(server: Server, options: TestProviderOptions) {
    const { port } = server.address() as AddressInfo
    this.#server = server
    this.options = options
    this.shape = options.shape ?? 'oidc'
    this.origin = `http://127.0.0.1:${port}`
    this.issuer = `${this.origin}${options.issuerPath ?? (this.shape === 'github' ? '/login/oauth' : '')}`
    this.clientId = options.clientId ?? `client-${randomBytes(4).toString('hex')}`
    this.clientSecret =
      options.clientSecret === undefined ? randomBytes(18).toString('base64url') : options.clientSecret
    if (this.clientSecret !== null) rememberSecret('client secret', this.clientSecret)
    this.paths =
      this.shape === 'github'
        ? githubPaths
        : oidcPaths(options.prefix ?? `/${randomBytes(4).toString('hex')}`)
    this.keys = this.shape === 'github' ? [] : [makeKey(options.alg ?? 'ES256')]
    this.behaviour = { ...options.behaviour }
  }

  /** Makes the provider honest again, and empties its log. Keeps keys, codes and tokens. */
  reset(): void {
    this.behaviour = { ...this.options.behaviour }
    this.requests = []
  }

  count(endpoint: Endpoint): number {
    return this.requests.filter((request) => request.endpoint === endpoint).length
  }

  /** Returns the last request to an endpoint. */
  last(endpoint: Endpoint): LoggedRequest {
    const found = this.requests.findLast((request) => request.endpoint === endpoint)
    if (found === undefined) throw new Error(`nothing asked ${this.origin} for its ${endpoint}`)
    return found
  }

  /** Publishes a new signing key, and withdraws the old ones unless `keepOld` is set. */
  rotateKeys(options: { readonly keepOld?: boolean } = {}): void {
    const alg = this.signingKey.alg
    this.keys = [makeKey(alg), ...(options.keepOld === true ? this.keys : [])]
  }

  get signingKey(): SigningKey {
    const [first] = this.keys
    if (first === undefined) throw new Error('this provider has no keys')
    return first
  }

  get metadata(): Record<string, unknown> {
    const at = (path: string): string => `${this.origin}${path}`
    const metadata: Record<string, unknown> = {
      issuer: this.issuer,
      authorization_endpoint: at(this.paths.authorize),
      token_endpoint: at(this.paths.token),
      jwks_uri: at(this.paths.jwks),
      userinfo_endpoint: at(this.paths.userinfo),
      response_types_supported: ['code'],
      response_modes_supported: ['query', 'form_post'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: [this.signingKey.alg],
      token_endpoint_auth_methods_supported: this.options.authenticationMethods ?? [
        'client_secret_basic',
        'client_secret_post',
      ],
      code_challenge_methods_supported: ['S256'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      ...(this.options.sendsIssuer === false ? {} : { authorization_response_iss_parameter_supported: true }),
      ...(this.options.endSession === true ? { end_session_endpoint: at(this.paths.endSession) } : {}),
      ...(this.options.requiresPushedRequests === true
        ? {
            pushed_authorization_request_endpoint: at(this.paths.par),
            require_pushed_authorization_requests: true,
          }
        : {}),
      ...(this.options.revocation === true ? { revocation_endpoint: at(this.paths.revoke) } : {}),
    }
    this.behaviour.metadata?.(metadata)
    return metadata
  }

  /**
   * Returns the callback URL with which this provider would answer an authorization request, without a browser: what an attacker
   * gets by signing in elsewhere, or by intercepting the answer.
   */
  answerTo(authorizationUrl: URL, person: TestPerson = this.person): URL {
    const answer = this.#authorizationAnswer(authorizationUrl.searchParams, person)
    const callback = new URL(authorizationUrl.searchParams.get('redirect_uri') ?? '')
    for (const [name, value] of answer) callback.searchParams.append(name, value)
    return callback
  }

  /** Makes an ID token as this provider would sign it, with the test's changes. */
  makeIdToken(context: TokenContext, accessToken: string | null): string {
    const { grant } = context
    const seconds = Math.floor(this.now() / 1000)
    const { sub, ...claims } = grant?.person ?? this.person
    const nonce = grant?.request.get('nonce')
    const draft: IdTokenDraft = {
      header: { alg: this.signingKey.alg, kid: this.signingKey.kid, typ: 'JWT' },
      claims: {
        iss: this.issuer,
        sub,
        aud: this.clientId,
        exp: seconds + 600,
        iat: seconds,
        auth_time: seconds,
        ...(nonce == null ? {} : { nonce }),
        ...(accessToken === null ? {} : { at_hash: leftHalfHash(this.signingKey.alg, accessToken) }),
        ...claims,
      },
      key: this.signingKey.privateKey,
    }
    this.behaviour.idToken?.(draft, context)
    const token = draft.raw ?? signCompact({ ...draft, payload: draft.payload ?? draft.claims })
    rememberSecret('id token', token)
    return token
  }

  /** The provider's clock, which a test may change. */
  now: () => number = Date.now

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** Listens again on the same port after `stop`. */
  restart(): Promise<void> {
    const { port } = new URL(this.origin)
    return new Promise((resolve) => this.#server.listen(Number(port), '127.0.0.1', resolve))
  }

  async handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', this.origin)
    const request: LoggedRequest = {
      endpoint: this.#endpointOf(url.pathname),
      method: incoming.method ?? 'GET',
      path: url.pathname,
      headers: incoming.headers,
      query: url.searchParams,
      form: new URLSearchParams(await readBody(incoming)),
      at: Date.now(),
    }
    this.requests.push(request)
    const answer = this.#answer(request)
    if (answer.delayMilliseconds !== undefined)
      await new Promise((resolve) => setTimeout(resolve, answer.delayMilliseconds))
    if (answer.stream !== undefined) return answer.stream(response)
    response.writeHead(answer.status ?? 200, { ...answer.headers })
    response.end(answer.body)
  }

  #endpointOf(path: string): Endpoint {
    if (
      path.endsWith('/.well-known/openid-configuration') ||
      path.startsWith('/.well-known/oauth-authorization-server')
    )
      return 'discovery'
    const table: readonly (readonly [string, Endpoint])[] = [
      [this.paths.authorize, 'authorize'],
      [this.paths.token, 'token'],
      [this.paths.jwks, 'jwks'],
      [this.paths.userinfo, 'userinfo'],
      [this.paths.emails, 'emails'],
      [this.paths.endSession, 'end-session'],
      [this.paths.revoke, 'revoke'],
      [this.paths.par, 'par'],
    ]
    return table.find(([known]) => known === path)?.[1] ?? 'other'
  }

  #answer(request: LoggedRequest): RawAnswer {
    const { behaviour } = this
    switch (request.endpoint) {
      case 'discovery':
        return behaviour.discovery?.(request) ?? (this.shape === 'github' ? notFound : json(this.metadata))
      case 'jwks':
        return behaviour.jwks?.(request) ?? json({ keys: this.keys.map((key) => key.publicJwk) })
      case 'authorize':
        return behaviour.authorize?.(request) ?? this.#authorize(request)
      case 'token':
        return this.#token(request)
      case 'userinfo':
        return behaviour.userinfo?.(request) ?? this.#userinfo(request)
      case 'emails':
        return behaviour.emails?.(request) ?? this.#emails(request)
      case 'end-session':
        return {
          status: 200,
          headers: { 'content-type': 'text/html' },
          body: '<h1>Signed out at the provider</h1>',
        }
      case 'revoke':
        return behaviour.revoke?.(request) ?? json({})
      case 'par':
        return this.#push(request)
      default:
        return notFound
    }
  }

  #push(request: LoggedRequest): RawAnswer {
    if (!this.#isAuthenticated(request)) return this.#tokenError('invalid_client', 401)
    const uri = `urn:ietf:params:oauth:request_uri:${randomBytes(9).toString('hex')}`
    this.#pushed.set(uri, request.form)
    return json({ request_uri: uri, expires_in: 60 }, {}, 201)
  }

  #authorize(request: LoggedRequest): RawAnswer {
    const { query: sent } = request
    const query = this.#pushed.get(sent.get('request_uri') ?? '') ?? sent
    if (this.options.requiresPushedRequests === true && query === sent)
      return { status: 400, body: 'not pushed' }
    if (query.get('client_id') !== this.clientId) return { status: 400, body: 'unknown client_id' }
    const redirectUri = query.get('redirect_uri')
    if (redirectUri === null || !URL.canParse(redirectUri)) return { status: 400, body: 'no redirect_uri' }
    const answer = this.#authorizationAnswer(query, this.#whoIs(request))
    if ((query.get('response_mode') ?? this.options.responseMode) === 'form_post')
      return formPost(redirectUri, answer)
    const target = new URL(redirectUri)
    for (const [name, value] of answer) target.searchParams.append(name, value)
    return { status: 303, headers: { location: String(target), 'referrer-policy': 'no-referrer' } }
  }

  #whoIs(request: LoggedRequest): TestPerson {
    const named = /(?:^|; )person=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]
    return this.people.get(named ?? '') ?? this.person
  }

  #authorizationAnswer(request: URLSearchParams, person: TestPerson): URLSearchParams {
    const code = randomBytes(24).toString('base64url')
    rememberSecret('code', code)
    const answer = new URLSearchParams({ code })
    const state = request.get('state')
    if (state !== null) {
      rememberSecret('state', state)
      answer.set('state', state)
    }
    if (this.options.sendsIssuer !== false) answer.set('iss', this.issuer)
    this.#grants.set(code, { code, request, person, used: false })
    this.behaviour.authorizationAnswer?.(answer, request)
    return answer
  }

  #token(request: LoggedRequest): RawAnswer {
    const verifier = request.form.get('code_verifier')
    if (verifier !== null) rememberSecret('code verifier', verifier)
    const refresh = this.#refreshTokens.get(request.form.get('refresh_token') ?? '')
    const grant = refresh?.grant ?? this.#grants.get(request.form.get('code') ?? '') ?? null
    const context: TokenContext = { grant, request, provider: this }
    const answer = this.behaviour.token?.(context) ?? this.#honestToken(context, refresh)
    const delayMilliseconds = this.behaviour.tokenDelayMilliseconds
    return delayMilliseconds === undefined ? answer : { delayMilliseconds, ...answer }
  }

  #honestToken(context: TokenContext, refresh: { used: boolean } | undefined): RawAnswer {
    const { grant, request } = context
    if (!this.#isAuthenticated(request)) return this.#tokenError('invalid_client', 401)
    if (grant === null) return this.#tokenError('invalid_grant')
    if (request.form.get('grant_type') === 'refresh_token') {
      if (refresh === undefined || refresh.used) {
        this.reusedRefreshTokens++
        return this.#tokenError('invalid_grant')
      }
      refresh.used = true
    } else {
      if (grant.used || request.form.get('redirect_uri') !== grant.request.get('redirect_uri'))
        return this.#tokenError('invalid_grant')
      if (this.behaviour.checksPkce !== false && !verifies(request.form.get('code_verifier'), grant))
        return this.#tokenError('invalid_grant')
      grant.used = true
    }
    const body = this.#tokenBody(context, grant)
    this.behaviour.tokenBody?.(body, context)
    return json(body, { 'cache-control': 'no-store' })
  }

  #tokenBody(context: TokenContext, grant: Grant): Record<string, unknown> {
    const accessToken = `at_${randomBytes(24).toString('base64url')}`
    const refreshToken = `rt_${randomBytes(24).toString('base64url')}`
    rememberSecret('access token', accessToken)
    rememberSecret('refresh token', refreshToken)
    this.#accessTokens.set(accessToken, grant.person)
    this.#refreshTokens.set(refreshToken, { grant, used: false })
    const scope = grant.request.get('scope') ?? ''
    const body: Record<string, unknown> = {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: 3600,
      scope,
    }
    if (this.shape === 'github') return { ...body, token_type: 'bearer', scope: scope.replaceAll(' ', ',') }
    return { ...body, refresh_token: refreshToken, id_token: this.makeIdToken(context, accessToken) }
  }

  #isAuthenticated({ headers, form }: LoggedRequest): boolean {
    if (this.clientSecret === null)
      return form.get('client_id') === this.clientId && form.get('client_secret') === null
    const basic = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1]
    if (basic === undefined)
      return form.get('client_id') === this.clientId && form.get('client_secret') === this.clientSecret
    if (form.has('client_secret')) return false
    // RFC 6749 §2.3.1: both halves are form-urlencoded before they are joined.
    const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString().split(':')
    const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '))
    return decode(id) === this.clientId && decode(secret) === this.clientSecret
  }

  #tokenError(error: string, status = 400): RawAnswer {
    // GitHub's errors have status 200.
    return json(
      { error, error_description: 'refused by the test provider' },
      {},
      this.shape === 'github' ? 200 : status,
    )
  }

  #userinfo(request: LoggedRequest): RawAnswer {
    const person = this.#bearerOf(request)
    if (person === null)
      return { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } }
    if (this.shape === 'oidc') return json(person)
    const { sub, email_verified: _, ...rest } = person
    // Writes the id as digits: GitHub's ids are JSON numbers, and some are too large for a double.
    return { headers: jsonType, body: JSON.stringify({ ...rest, id: 0 }).replace('"id":0', `"id":${sub}`) }
  }

  #emails(request: LoggedRequest): RawAnswer {
    const person = this.#bearerOf(request)
    if (person === null) return { status: 401 }
    const { email, email_verified: verified } = person
    return json(email == null ? [] : [{ email, primary: true, verified: verified ?? true, visibility: null }])
  }

  #bearerOf({ headers }: LoggedRequest): TestPerson | null {
    const token = /^(?:Bearer|token) (.+)$/i.exec(headers.authorization ?? '')?.[1]
    return this.#accessTokens.get(token ?? '') ?? null
  }
}

/** Starts a provider on a free loopback port. */
export async function startProvider(options: TestProviderOptions = {}): Promise<TestProvider> {
  let provider: TestProvider | undefined
  const server = createServer({ keepAliveTimeout: 20_000 }, (incoming, response) => {
    provider?.handle(incoming, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined)
    })
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  server.unref()
  provider = new TestProvider(server, options)
  return provider
}
