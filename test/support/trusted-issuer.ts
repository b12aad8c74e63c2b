// An authorization server as an API sees it: metadata, keys and introspection, without a network, and tokens, including ones that
// a real server would never sign.
import { createHash, randomUUID } from 'node:crypto'
import { makeKey, type SigningKey, signCompact } from './compact-jwt.ts'

export interface TokenChange {
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims?: Readonly<Record<string, unknown>>
  readonly key?: SigningKey
}

/** The answer of `POST /introspect`. A function is called with the token. */
export type IntrospectionAnswer = Readonly<Record<string, unknown>> | ((token: string) => unknown)

export class TrustedIssuer {
  readonly issuer: string
  keys: SigningKey[]
  /** The path of each request, in order. */
  readonly asked: string[] = []
  /** The tokens that it was asked about. */
  readonly shown: string[] = []
  introspection: IntrospectionAnswer = { active: false }
  isDown = false
  metadata: Readonly<Record<string, unknown>> = {}
  readonly #now: () => number

  constructor(issuer: string, now: () => number, alg = 'ES256') {
    this.issuer = issuer
    this.keys = [makeKey(alg)]
    this.#now = now
  }

  /** Makes an access token according to RFC 9068, with changes; `undefined` removes a member. */
  token({ header = {}, claims = {}, key = this.keys[0] as SigningKey }: TokenChange = {}): string {
    const seconds = Math.floor(this.#now() / 1000)
    return signCompact({
      header: { typ: 'at+jwt', alg: key.alg, kid: key.kid, ...header },
      payload: {
        iss: this.issuer,
        aud: 'https://api.example.com',
        sub: 'anna',
        client_id: 'the-app',
        scope: 'notes:read notes:write',
        iat: seconds,
        exp: seconds + 300,
        jti: randomUUID(),
        ...claims,
      },
      key: key.privateKey,
      alg: key.alg,
    })
  }

  async answer(url: URL, init: RequestInit): Promise<Response> {
    this.asked.push(url.pathname)
    if (this.isDown) throw Object.assign(new TypeError('fetch failed'), { code: 'ECONNREFUSED' })
    const base = new URL(this.issuer).pathname.replace(/\/$/, '')
    if (url.pathname === `${base}/.well-known/openid-configuration`) {
      return Response.json({
        issuer: this.issuer,
        jwks_uri: `${this.issuer}/keys`,
        introspection_endpoint: `${this.issuer}/introspect`,
        ...this.metadata,
      })
    }
    if (url.pathname === `${base}/keys`)
      return Response.json({ keys: this.keys.map(({ publicJwk }) => publicJwk) })
    if (url.pathname !== `${base}/introspect`) return new Response('no', { status: 404 })
    const token = new URLSearchParams(new TextDecoder().decode(init.body as Uint8Array)).get('token') ?? ''
    this.shown.push(token)
    const { introspection } = this
    return Response.json(typeof introspection === 'function' ? introspection(token) : introspection)
  }
}

/** A `fetch` that reaches only these issuers. */
export function networkOf(...issuers: readonly TrustedIssuer[]): typeof fetch {
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const issuer = issuers.find((each) => new URL(each.issuer).origin === url.origin)
    if (!issuer) throw new TypeError(`nothing is at ${url.origin}`)
    return issuer.answer(url, init)
  }
}

/** A client that proves possession of its key with each request (RFC 9449). */
export class ProvingClient {
  readonly key: SigningKey = makeKey('ES256')
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  get jwk(): Readonly<Record<string, unknown>> {
    const { kid: _, alg: __, use: ___, ...jwk } = this.key.publicJwk
    return jwk
  }

  /** RFC 7638 §3. */
  get thumbprint(): string {
    const { crv, kty, x, y } = this.jwk
    return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
  }

  proof(token: string, claims: Readonly<Record<string, unknown>> = {}): string {
    return signCompact({
      header: { typ: 'dpop+jwt', alg: 'ES256', jwk: this.jwk },
      payload: {
        jti: randomUUID(),
        htm: 'GET',
        htu: 'https://api.example.com/notes',
        iat: Math.floor(this.#now() / 1000),
        ath: createHash('sha256').update(token).digest('base64url'),
        ...claims,
      },
      key: this.key.privateKey,
    })
  }
}
