// What an application says about a provider to the local identity provider. Uses no Node modules, since workers load it.
import type { ClientAuthentication, ProviderEndpoints } from '../contracts/provider.ts'

/** What the application says about a provider to serve. */
export interface ProviderDescription {
  /** The id in URLs; matches `[a-z][a-z0-9-]*`. */
  readonly id: string
  readonly name: string
  /** The kind, which selects the fixture. */
  readonly kind: string
  readonly protocol: 'oidc' | 'oauth2'
  /** The scopes that are granted if an authorization request names none. */
  readonly scopes: readonly string[]
  /** The real provider's endpoints. Their paths are used if the fixture names none. */
  readonly endpoints?: Partial<ProviderEndpoints> | undefined
  /** The client's registered authentication method. Default: its secret, in a Basic header or the body. */
  readonly clientAuthentication?: ClientAuthentication | undefined
  /** The algorithm of ID tokens. The fixture's takes precedence. Default: RS256. */
  readonly idTokenSigningAlg?: string | undefined
}

/** Returns only the description: a provider also contains functions and secrets. */
export function descriptionOf(provider: ProviderDescription): ProviderDescription {
  const { id, name, kind, protocol, scopes, endpoints, clientAuthentication, idTokenSigningAlg } = provider
  return { id, name, kind, protocol, scopes, endpoints, clientAuthentication, idTokenSigningAlg }
}

/** Whether two descriptions are equal. */
export function describes(served: ProviderDescription, description: ProviderDescription): boolean {
  const [one, other] = [served, description].map((each) => {
    const { endpoints, ...described } = descriptionOf(each)
    return JSON.stringify([described, endpoints && Object.entries(endpoints).sort()])
  })
  return one === other
}
