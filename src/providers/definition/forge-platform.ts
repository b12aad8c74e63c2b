// One description for Gitea and its forks and instances (Forgejo, Codeberg): servers with OpenID Connect discovery.
import type { Brand, Claims } from '../../contracts/provider.ts'
import type { ProviderDescription } from './provider-description.ts'
import { readStandardClaims } from './standard-claims.ts'

export interface Forge {
  readonly name: string
  readonly kind: string
  /** The server's address, without a trailing slash. */
  readonly baseUrl: string
  /** Default: `baseUrl`. */
  readonly issuer?: string | undefined
  readonly brand: Brand
}

export function describeForge({ name, kind, baseUrl, issuer = baseUrl, brand }: Forge): ProviderDescription {
  return {
    name,
    kind,
    protocol: 'oidc',
    issuer,
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'profile', 'email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: `${baseUrl}/api/v1/`,
    toIdentity: (claims: Claims) => {
      const draft = readStandardClaims(claims)
      // `email_verified` only says that the account is active; not every server requires a confirmed address for that:
      // https://github.com/go-gitea/gitea/blob/main/services/oauth2_provider/access_token.go
      return { ...draft, emailVerified: false, name: draft.name || claims.preferred_username }
    },
    brand,
    consoleUrl: `${baseUrl}/user/settings/applications`,
  }
}
