// Whether this provider issued a linked account: its id may have been reassigned to another server.
import type { Provider } from '../../contracts/provider.ts'
import type { LinkedAccount } from '../../contracts/user.ts'

/** Tokens of one server must not be sent to another. */
export function isIssuedBy({ issuer }: Pick<LinkedAccount, 'issuer'>, provider: Provider): boolean {
  if (issuer === provider.issuer) return true
  // Providers with one issuer per tenant have all of them on one server.
  return provider.deviations.issuerFor !== undefined && originOf(issuer) === originOf(provider.issuer)
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null
}
