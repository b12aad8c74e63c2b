// Whether a linked account is one of this provider: an id may have been given to another server since.
import type { Provider } from '../../contracts/provider.ts'
import type { LinkedAccount } from '../../contracts/user.ts'

/** What one server issued must not be sent to another. */
export function isIssuedBy({ issuer }: Pick<LinkedAccount, 'issuer'>, provider: Provider): boolean {
  if (issuer === provider.issuer) return true
  // One issuer for each tenant, all on one server.
  return provider.deviations.issuerFor !== undefined && originOf(issuer) === originOf(provider.issuer)
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null
}
