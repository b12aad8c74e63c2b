// An in-memory OpenID Connect provider that misbehaves as a test demands. It does its own signing and shares no code with
// the code under test or with the local identity provider.
import { constants, createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import type { Claims, Provider } from '../../../src/contracts/provider.ts'
import {
  type ClientCredentials,
  createProviderClient,
  type ExpectedCallback,
  type ProviderClient,
  type TokenSet,
} from '../../../src/oauth/server/provider-client.ts'

export const issuer = 'https://op.example'
/** One second past midnight, far from the machine's clock, so that code that reads the real clock fails. */
export const startedAt = Date.UTC(2031, 4, 5, 0, 0, 1)

export const expected: ExpectedCallback = {
  redirectUri: 'https://app.example/auth/callback/op',
  state: 'state-of-this-attempt',
  nonce: 'nonce-of-this-attempt',
  codeVerifier: 'verifier-of-this-attempt-that-is-43-characters-',
}

export interface SigningKey {
  readonly alg: string
  readonly privateKey: KeyObject
  readonly jwk: JWK
}

/** A token before it is signed; a test may change every part. */
export interface Draft {
  header: Record<string, unknown>
  claims: Record<string, unknown>
  /** Replaces the claims. */
  payload?: string | Uint8Array
  key: SigningKey
  /** Changes the finished token. */
  finish: (jwt: string) => string
}

export interface SeenRequest {
  readonly url: URL
  readonly method: string
  readonly headers: Headers
  readonly form: URLSearchParams
  /** The body as it was sent. */
  readonly body: string
}

const keys = new Map<string, Promise<SigningKey>>()

/** A key for `alg`; calls with the same arguments return the same key. */
export function signingKey(alg: string, kid = `${alg}-1`, modulusLength = 2048): Promise<SigningKey> {
  const name = `${alg} ${kid} ${modulusLength}`
  const made = keys.get(name) ?? makeKey(alg, kid, modulusLength)
  keys.set(name, made)
  return made
}

async function makeKey(alg: string, kid: string, modulusLength: number): Promise<SigningKey> {
  if (modulusLength < 2048) {
    const pair = await crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        hash: 'SHA-256',
        modulusLength,
        publicExponent: new Uint8Array([1, 0, 1]),
      },
      true,
      ['sign', 'verify'],
    )
    const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
    const jwk = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as JWK
    return {
      alg,
      privateKey: createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }),
      jwk: { kty: 'RSA', n: jwk.n, e: jwk.e, kid } as JWK,
    }
  }
  const pair = await generateKeyPair(alg, { extractable: true })
  const jwk = { ...(await exportJWK(pair.publicKey)), kid, alg, use: 'sig' } as JWK
  const secret = (await exportJWK(pair.privateKey)) as JWK
  return { alg, privateKey: createPrivateKey({ key: secret as never, format: 'jwk' }), jwk }
}

const base64url = (data: string | Uint8Array): string => Buffer.from(data).toString('base64url')

/** Signs with the key's own algorithm, whatever the header claims. */
export function signJwt({ header, claims, payload, key, finish }: Draft): string {
  const data = `${base64url(JSON.stringify(header))}.${base64url(payload ?? JSON.stringify(claims))}`
  return finish(`${data}.${base64url(signBytes(Buffer.from(data), key))}`)
}

function signBytes(data: Uint8Array, { alg, privateKey }: SigningKey): Uint8Array {
  if (alg.startsWith('Ed')) return sign(null, data, privateKey)
  const hash = `sha${alg.slice(2)}`
  if (alg.startsWith('ES')) return sign(hash, data, { key: privateKey, dsaEncoding: 'ieee-p1363' })
  if (alg.startsWith('RS')) return sign(hash, data, privateKey)
  return sign(hash, data, {
    key: privateKey,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  })
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })

export class EvilProvider {
  clock: number = startedAt
  key: SigningKey
  jwks: { keys: unknown[] }
  metadata: Record<string, unknown> = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    revocation_endpoint: `${issuer}/revoke`,
    end_session_endpoint: `${issuer}/logout?from=metadata`,
    pushed_authorization_request_endpoint: `${issuer}/par`,
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  }
  /** Changes every ID token. */
  idToken: (draft: Draft) => void = () => {}
  /** Changes every token answer. */
  tokenBody: (body: Record<string, unknown>) => void = () => {}
  /** Responses that replace the endpoint at this path. */
  readonly answers: Map<string, (request: SeenRequest) => Response | Promise<Response>> = new Map()
  readonly requests: SeenRequest[] = []
  /** The notices that the client reported. */
  readonly notices: string[] = []

  constructor(key: SigningKey) {
    this.key = key
    this.jwks = { keys: [key.jwk] }
    this.metadata.id_token_signing_alg_values_supported = [key.alg]
  }

  count(path: string): number {
    return this.requests.filter(({ url }) => url.pathname === path).length
  }

  last(path: string): SeenRequest {
    const request = this.requests.findLast(({ url }) => url.pathname === path)
    if (request === undefined) throw new Error(`${path} was not asked`)
    return request
  }

  get seconds(): number {
    return Math.floor(this.clock / 1000)
  }

  draft(claims: Record<string, unknown> = {}): Draft {
    return {
      header: { alg: this.key.alg, kid: this.key.jwk.kid },
      claims: {
        iss: issuer,
        sub: 'alex',
        aud: 'our-client',
        iat: this.seconds,
        exp: this.seconds + 300,
        nonce: expected.nonce,
        ...claims,
      },
      key: this.key,
      finish: (jwt) => jwt,
    }
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(String(input))
    const request: SeenRequest = {
      url,
      method: init?.method ?? 'GET',
      headers: new Headers(init?.headers),
      form: new URLSearchParams(init?.body?.toString() ?? ''),
      body: init?.body?.toString() ?? '',
    }
    this.requests.push(request)
    const answer = this.answers.get(url.pathname)
    if (answer) return answer(request)
    return this.#answer(url.pathname)
  }

  #answer(path: string): Response {
    switch (path) {
      case '/.well-known/openid-configuration':
        return json(this.metadata)
      case '/jwks':
        return json(this.jwks)
      case '/token':
        return json(this.#tokens())
      case '/userinfo':
        return json({ sub: 'alex', email: 'alex@example.com', email_verified: true })
      case '/revoke':
        return new Response(null, { status: 200 })
      case '/par':
        return json({ request_uri: 'urn:example:pushed', expires_in: 60 }, 201)
      default:
        return json({}, 404)
    }
  }

  #tokens(): Record<string, unknown> {
    const draft = this.draft()
    this.idToken(draft)
    const body = {
      access_token: 'access-token-of-the-test',
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: 'refresh-token-of-the-test',
      scope: 'openid email',
      id_token: signJwt(draft),
    }
    this.tokenBody(body)
    return body
  }

  client(provider: Partial<Provider> = {}, credentials: Partial<ClientCredentials> = {}): ProviderClient {
    return createProviderClient(
      describe(provider),
      { clientId: 'our-client', clientSecret: 'our-secret', ...credentials },
      {
        fetch: this.fetch,
        now: () => this.clock,
        clockToleranceSeconds: 60,
        onNotice: ({ detail }) => this.notices.push(detail),
      },
    )
  }

  /** Runs one login with an honest callback. */
  async login(
    client: ProviderClient = this.client(),
    more: Partial<ExpectedCallback> = {},
  ): Promise<TokenSet> {
    return client.exchangeCode(callback(), { ...expected, ...more })
  }
}

export function callback(changes: Record<string, string> = {}): URLSearchParams {
  return new URLSearchParams({ code: 'code-of-the-test', state: expected.state, ...changes })
}

export async function evilProvider(alg = 'ES256'): Promise<EvilProvider> {
  return new EvilProvider(await signingKey(alg))
}

/** An OpenID Connect provider with discovery, unless the options say otherwise. */
export function describe(changes: Partial<Provider> = {}): Provider {
  const colors = { background: '#fff', text: '#000', border: '#000' }
  return {
    id: 'op',
    name: 'OP',
    kind: 'oidc',
    protocol: 'oidc',
    issuer,
    scopes: ['openid', 'email'],
    authorizationParams: {},
    tokenParams: {},
    loginHints: [],
    redirectRules: {},
    addressAt: (address) => address,
    claimsFrom: 'id-token',
    apiOrigins: [],
    toIdentity: (claims: Claims) => ({
      subject: String(claims.sub),
      email: null,
      emailVerified: false,
      name: null,
      picture: null,
    }),
    isAuthoritativeForEmail: () => false,
    deviations: {},
    brand: { icon: '<svg></svg>', light: colors, dark: colors },
    at: () => describe(changes),
    variablePrefix: 'OP',
    ownOptions: {},
    missingOptions: [],
    withDefaults: () => describe(changes),
    ...changes,
  }
}

/** A plain OAuth provider with fixed endpoints. */
export const plain: Partial<Provider> = {
  protocol: 'oauth2',
  scopes: ['read'],
  endpoints: {
    authorization: `${issuer}/authorize`,
    token: `${issuer}/token`,
    userinfo: `${issuer}/userinfo`,
  },
}
