// The certified `oidc-provider`, as an independent counterparty, in this process and with minimal interaction. The login that is
// typed in names the person.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { readBody } from './provider-answers.ts'
import { rememberSecret } from './secrets.ts'

export interface OidcProviderOptions {
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris?: readonly string[]
  readonly clientAuthentication:
    | 'client_secret_basic'
    | 'client_secret_post'
    | 'client_secret_jwt'
    | 'private_key_jwt'
  /** Additional client metadata (OpenID Connect Dynamic Client Registration §2). */
  readonly client?: Readonly<Record<string, unknown>>
  /** Enables rotating refresh tokens, access tokens of 100 seconds, and revocation. Default: false. */
  readonly offline?: boolean
  /** Default: true. */
  readonly endSession?: boolean
}

export interface OidcProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  stop(): Promise<void>
}

export async function startOidcProvider(options: OidcProviderOptions): Promise<OidcProvider> {
  let answer = (_request: IncomingMessage, response: ServerResponse): unknown => response.end()
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const clientId = 'latchkey-tests'
  // Contains characters that RFC 6749 §2.3.1 requires to be encoded in Basic.
  const clientSecret = `${randomBytes(24).toString('base64url')}:%+ /`
  rememberSecret('client secret', clientSecret)

  const provider = new Provider(issuer, configurationOf(options, { clientId, clientSecret }))
  const answerProtocol = provider.callback()
  answer = (request, response) =>
    request.url?.startsWith('/interaction/')
      ? interact(provider, request, response)
      : answerProtocol(request, response)
  return {
    issuer,
    clientId,
    clientSecret,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function configurationOf(
  options: OidcProviderOptions,
  { clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string },
) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [...options.redirectUris],
        post_logout_redirect_uris: [...(options.postLogoutRedirectUris ?? [])],
        token_endpoint_auth_method: options.clientAuthentication,
        ...options.client,
        grant_types: ['authorization_code', ...(options.offline ? ['refresh_token'] : [])],
      },
    ],
    clientAuthMethods: [options.clientAuthentication],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    pkce: { required: () => true },
    ttl: {
      AccessToken: options.offline ? 100 : 600,
      RefreshToken: 3600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: options.offline === true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: options.endSession !== false, logoutSource: askWhetherToSignOut },
    },
    // Its default `fetch` refuses loopback addresses, where the application under test is.
    fetch: (url: string, { dispatcher: _, ...init }: RequestInit & { readonly dispatcher?: unknown }) =>
      fetch(url, init),
    rotateRefreshToken: true,
    scopes: ['openid', 'offline_access', 'reports'],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({
        sub,
        email: `${sub}@example.org`,
        email_verified: true,
        name: `${sub[0]?.toUpperCase()}${sub.slice(1)}`,
      }),
    }),
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  }
}

/** Adds a button to the form, which has none. */
function askWhetherToSignOut(context: { body: string }, form: string): void {
  context.body = form.replace('</form>', '<button name="logout" value="yes">Yes, sign out</button></form>')
}

/** GET asks who signs in; POST signs them in and grants everything requested. */
async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const interaction = await provider.interactionDetails(request, response)
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html')
    response.end('<form method="post"><input name="login" autofocus><button>Sign in</button></form>')
    return
  }
  const login = new URLSearchParams(await readBody(request)).get('login') ?? ''
  if (login === '') {
    const denied = { error: 'access_denied', error_description: 'The person said no.' }
    return provider.interactionFinished(request, response, denied)
  }
  const { client_id: clientId, scope } = interaction.params
  const grant = new provider.Grant({ accountId: login, clientId: String(clientId) })
  grant.addOIDCScope(String(scope))
  await provider.interactionFinished(request, response, {
    login: { accountId: login },
    consent: { grantId: await grant.save() },
  })
}
