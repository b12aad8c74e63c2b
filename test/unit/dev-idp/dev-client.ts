// A client for the tests of the local identity provider. It speaks plain HTTP, so that it can make every wrong request.
import { createHash } from 'node:crypto'
import { decodeJwt, type JWTPayload } from 'jose'
import {
  type DevIdentityProvider,
  type DevIdentityProviderOptions,
  type ProviderDescription,
  type Registration,
  startDevIdentityProvider,
} from '../../../src/dev-idp/index.ts'
import { graphVersion } from '../../../src/providers/definition/graph-version.ts'

const verifier = 'v'.repeat(64)
const challenge = createHash('sha256').update(verifier).digest('base64url')

export type Changes = Readonly<Record<string, string | null>>

const descriptions: Readonly<Record<string, Omit<ProviderDescription, 'id'>>> = {
  acme: { name: 'Acme', kind: 'oidc', protocol: 'oidc', scopes: ['openid', 'email', 'profile'] },
  google: { name: 'Google', kind: 'google', protocol: 'oidc', scopes: ['openid', 'email', 'profile'] },
  github: { name: 'GitHub', kind: 'github', protocol: 'oauth2', scopes: ['read:user', 'user:email'] },
  facebook: { name: 'Facebook', kind: 'facebook', protocol: 'oauth2', scopes: ['public_profile', 'email'] },
}

/** One browser and one client at one provider. */
export class DevClient {
  readonly idp: DevIdentityProvider
  readonly id: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  /** Endpoints by name, from the provider's fixture. */
  readonly endpoints: Readonly<
    Record<'authorization' | 'token' | 'userinfo' | 'revocation' | 'endSession', string>
  >
  cookie: string | null = null

  /** Starts serving this provider and registers the client. */
  static async at(idp: DevIdentityProvider, id: string): Promise<DevClient> {
    const description = descriptions[id]
    if (!description) throw new Error(`No description of ${id}`)
    return new DevClient(idp, id, await idp.serve({ id, ...description }))
  }

  private constructor(idp: DevIdentityProvider, id: string, registration: Registration) {
    this.idp = idp
    this.id = id
    this.issuer = String(registration.place.issuer)
    this.clientId = registration.clientId
    this.clientSecret = registration.clientSecret
    this.redirectUri = `http://localhost:3000/auth/callback/${id}`
    idp.allowRedirect(id, this.redirectUri)
    this.endpoints = endpointsOf(id, this.issuer)
  }

  /** A correct authorization request with changes; null removes a parameter. */
  authorizeUrl(changes: Changes = {}): string {
    const parameters: Changes = {
      response_type: 'code',
      client_id: this.clientId,
      redirect_uri: this.redirectUri,
      scope: descriptions[this.id]?.scopes.join(' ') ?? null,
      state: 'the-state',
      nonce: 'the-nonce',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...changes,
    }
    return `${this.endpoints.authorization}?${present(parameters)}`
  }

  /** Sends a request with this browser's cookie. Redirects are not followed. */
  async browse(url: string, form?: Changes): Promise<Response> {
    const response = await fetch(new URL(url, this.idp.origin), {
      redirect: 'manual',
      headers: this.cookie === null ? {} : { cookie: this.cookie },
      ...(form && { method: 'POST', body: present(form) }),
    })
    const set = response.headers.get('set-cookie')
    if (set !== null) this.cookie = set.includes('Max-Age=0') ? null : (set.split(';')[0] ?? null)
    return response
  }

  /** Returns the parameters of the answer to an authorization request that needs no consent. */
  async authorize(changes: Changes = {}): Promise<URLSearchParams> {
    return answerOf(await this.browse(this.authorizeUrl(changes)))
  }

  /** Signs Alex in without pages, and returns the code. */
  async code(changes: Changes = {}, person = 'alex'): Promise<string> {
    this.idp.answerAs(this.id, person)
    const code = (await this.authorize(changes)).get('code')
    this.idp.answerAs(this.id, null)
    if (code === null) throw new Error('No code came.')
    return code
  }

  /**
   * A correct token request for a code, with changes. The client authenticates in the body unless `headers` says
   * otherwise.
   */
  redeem(code: string, changes: Changes = {}, headers: Record<string, string> = {}): Promise<Response> {
    const parameters = { grant_type: 'authorization_code', code, redirect_uri: this.redirectUri }
    return this.postToken({ ...parameters, code_verifier: verifier, ...changes }, headers)
  }

  refresh(refreshToken: string, changes: Changes = {}): Promise<Response> {
    return this.postToken({ grant_type: 'refresh_token', refresh_token: refreshToken, ...changes })
  }

  postToken(changes: Changes, headers: Record<string, string> = {}): Promise<Response> {
    const body = present({ client_id: this.clientId, client_secret: this.clientSecret, ...changes })
    return fetch(this.endpoints.token, { method: 'POST', body, headers })
  }

  basic(id: string = this.clientId, secret: string = this.clientSecret): Record<string, string> {
    const pair = `${encodeURIComponent(id)}:${encodeURIComponent(secret)}`
    return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
  }

  /** Signs in and redeems the code. Returns the token answer. */
  async tokens(changes: Changes = {}, person = 'alex'): Promise<Tokens> {
    const response = await this.redeem(await this.code(changes, person))
    return (await response.json()) as Tokens
  }

  /** Returns the ID token's claims after a sign-in. */
  async claims(changes: Changes = {}, person = 'alex'): Promise<JWTPayload> {
    return decodeJwt((await this.tokens(changes, person)).id_token)
  }

  get(url: string, accessToken: string): Promise<Response> {
    return fetch(url, { headers: { authorization: `Bearer ${accessToken}` } })
  }
}

export interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
  readonly id_token: string
  readonly error?: string
}

/** Runs the test with its own server, which is closed afterwards. */
export async function withIdp(
  run: (client: (id: string) => Promise<DevClient>, idp: DevIdentityProvider) => Promise<void>,
  options: DevIdentityProviderOptions = {},
): Promise<void> {
  const idp = await startDevIdentityProvider({ port: 0, ...options })
  try {
    await run((id) => DevClient.at(idp, id), idp)
  } finally {
    await idp.close()
  }
}

/** Returns the parameters that an answer appends to the redirect URI. */
export function answerOf(response: Response): URLSearchParams {
  return new URL(response.headers.get('location') ?? '', 'http://nowhere.invalid').searchParams
}

/** Returns the `error` of a JSON answer. */
export async function errorOf(response: Response): Promise<unknown> {
  return ((await response.json()) as { error?: unknown }).error
}

/** Returns the forms of a page, in order. */
export async function formsOf(
  response: Response,
): Promise<readonly { action: string; fields: Record<string, string>; button: string }[]> {
  const page = await response.text()
  return [...page.matchAll(/<form method="post" action="([^"]*)">([\s\S]*?)<\/form>/g)].map(
    ([, action = '', inner = '']) => ({
      action: action.replaceAll('&amp;', '&'),
      fields: Object.fromEntries(
        [...inner.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
          ([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')],
        ),
      ),
      button: (/<button[^>]*>([\s\S]*?)<\/button>/.exec(inner)?.[1] ?? '').replace(/<[^>]*>/g, ''),
    }),
  )
}

function present(changes: Changes): URLSearchParams {
  const entries = Object.entries(changes).filter((entry): entry is [string, string] => entry[1] !== null)
  return new URLSearchParams(entries)
}

function endpointsOf(id: string, issuer: string): DevClient['endpoints'] {
  const [authorization, token] = {
    google: ['/o/oauth2/v2/auth', '/token'],
    github: ['/login/oauth/authorize', '/login/oauth/access_token'],
    facebook: [`/${graphVersion}/dialog/oauth`, `/${graphVersion}/oauth/access_token`],
  }[id] ?? ['/authorize', '/token']
  return {
    authorization: issuer + authorization,
    token: issuer + token,
    userinfo: `${issuer}/userinfo`,
    revocation: `${issuer}/revoke`,
    endSession: `${issuer}/end-session`,
  }
}
