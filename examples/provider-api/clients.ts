// Three ways to register a provider. What has no credentials is served by the local identity provider, in development.
import { type DevIdentityProvider, startDevIdentityProvider } from 'latchkey/dev'
import { type BeginOptions, type OAuthClient, oauthClient, type Provider } from 'latchkey/oauth'
import { github } from 'latchkey/providers/github'
import { google } from 'latchkey/providers/google'
import { oidc } from 'latchkey/providers/oidc'

export interface Registration {
  readonly client: OAuthClient
  /** What each login asks for beyond the provider's own scopes. */
  readonly ask: BeginOptions
  /** Where its API tells who the access token belongs to, below `apiBaseUrl`. */
  readonly profilePath: string
}

/** By provider id. */
export type Registrations = ReadonlyMap<string, Registration>

const { env } = process

/** By discovery: endpoints and keys are found below the issuer. */
const discovered = google({
  clientId: env.GOOGLE_CLIENT_ID,
  clientSecret: env.GOOGLE_CLIENT_SECRET,
  issuer: env.GOOGLE_ISSUER,
})

/** Plain OAuth 2.0: no ID token, an API identifies the person who signed in. */
const plain = github({ clientId: env.GITHUB_CLIENT_ID, clientSecret: env.GITHUB_CLIENT_SECRET })

/** OpenID Connect with fixed endpoints: nothing is discovered. */
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

/** Refuses to start with NODE_ENV=production. */
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
  // Each asks for a refresh token in its own way.
  const offline = { params: { access_type: 'offline' }, prompt: 'consent' }
  const offlineScope = { scopes: [...acme.scopes, 'offline_access'], prompt: 'consent' }
  return new Map<string, Registration>([
    ['google', { client: await connect(discovered), ask: offline, profilePath: 'userinfo' }],
    ['acme', { client: await connect(acme), ask: offlineScope, profilePath: 'userinfo' }],
    ['github', { client: await connect(plain), ask: {}, profilePath: 'user' }],
  ])
}
