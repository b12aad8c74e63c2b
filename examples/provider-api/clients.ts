// Three ways to register a provider. In development, the local identity provider stands in for those without credentials.
import { type DevIdentityProvider, startDevIdentityProvider } from 'latchkey/dev'
import { type BeginOptions, type OAuthClient, oauthClient, type Provider } from 'latchkey/oauth'
import { github } from 'latchkey/providers/github'
import { google } from 'latchkey/providers/google'
import { oidc } from 'latchkey/providers/oidc'

export interface Registration {
  readonly client: OAuthClient
  /** What each login requests in addition to the provider's usual scopes. */
  readonly ask: BeginOptions
  /** The path at which its API returns the user of the access token, relative to `apiBaseUrl`. */
  readonly profilePath: string
}

/** By provider id. */
export type Registrations = ReadonlyMap<string, Registration>

const { env } = process

/** OpenID Connect with discovery: endpoints and keys are found through the issuer's metadata. */
const discovered = google({
  clientId: env.GOOGLE_CLIENT_ID,
  clientSecret: env.GOOGLE_CLIENT_SECRET,
  issuer: env.GOOGLE_ISSUER,
})

/** Plain OAuth 2.0: no ID token; an API identifies the user. */
const plain = github({ clientId: env.GITHUB_CLIENT_ID, clientSecret: env.GITHUB_CLIENT_SECRET })

/** OpenID Connect with fixed endpoints, without discovery. */
function fixed(base: string): Provider {
  return oidc({
    id: 'acme',
    name: 'Acme',
    issuer: base,
    endpoints: {
      authorization: `${base}/authorize`,
      token: `${base}/token`,
      userinfo: `${base}/userinfo`,
      jwks: `${base}/local/jwks`,
      revocation: `${base}/revoke`,
      endSession: `${base}/end-session`,
    },
    clientId: env.ACME_CLIENT_ID,
    clientSecret: env.ACME_CLIENT_SECRET,
  })
}

/** Throws with NODE_ENV=production. */
async function startLocalProvider(): Promise<DevIdentityProvider> {
  const idp = await startDevIdentityProvider({
    port: Number(env.LATCHKEY_DEV_PORT || Number(env.PORT || 3000) + 1),
    log: console.log,
  })
  console.log(`The local identity provider stands in at ${idp.origin}, for development only.`)
  return idp
}

export async function registerClients(origin: string): Promise<Registrations> {
  let started: Promise<DevIdentityProvider> | undefined
  const local = () => {
    started ??= startLocalProvider()
    return started
  }

  async function connect(provider: Provider): Promise<OAuthClient> {
    const redirectUri = `${origin}/callback/${provider.id}`
    if (provider.clientId) return oauthClient({ provider, redirectUri })
    const idp = await local()
    const { place, ...credentials } = await idp.serve(provider)
    idp.allowRedirect(provider.id, redirectUri)
    idp.allowPostLogoutRedirect(provider.id, `${origin}/`)
    const isThere = provider.issuer === place.issuer
    return oauthClient({ provider: isThere ? provider : provider.at(place), credentials, redirectUri })
  }

  const acme = fixed(env.ACME_ISSUER ?? `${(await local()).origin}/acme`)
  // Each provider has its own way to request a refresh token.
  const offline = { params: { access_type: 'offline' }, prompt: 'consent' }
  const offlineScope = { scopes: [...acme.scopes, 'offline_access'], prompt: 'consent' }
  return new Map<string, Registration>([
    ['google', { client: await connect(discovered), ask: offline, profilePath: 'userinfo' }],
    ['acme', { client: await connect(acme), ask: offlineScope, profilePath: 'userinfo' }],
    ['github', { client: await connect(plain), ask: {}, profilePath: 'user' }],
  ])
}
