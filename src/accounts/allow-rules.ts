// Rules for the gate. They look at claims that only the provider can write: an e-mail suffix proves nothing, since anybody
// may have an account with that text as its address.
import type { AllowContext } from '../contracts/gate.ts'
import type { Identity } from '../contracts/identity.ts'

/** A rule for the option `allow`: true lets the person in. Rules combine, since they are functions. */
export type AllowRule = (
  identity: Identity,
  context: Pick<AllowContext, 'organization' | 'isEmailAuthoritative'>,
) => boolean

/**
 * Accounts that one of these organizations manages, such as a Google Workspace domain (`hd`). Personal accounts, and those of
 * providers that have no such claim, are not allowed.
 *
 * ```ts
 * latchkey({ allow: allowOrganization('example.com'), … })
 * ```
 */
export function allowOrganization(...organizations: readonly string[]): AllowRule {
  const allowed = new Set(organizations.map((name) => name.toLowerCase()))
  return (_identity, { organization }) => organization !== null && allowed.has(organization.toLowerCase())
}

/**
 * Verified addresses in exactly one of these domains, from a provider that itself runs the mailbox: Google for gmail.com
 * and Workspace, `oidc({ authoritativeDomains })` for a company's own. Any other provider's word about an address may be
 * years old.
 */
export function allowEmailDomain(...domains: readonly string[]): AllowRule {
  const allowed = new Set(domains.map((domain) => domain.toLowerCase()))
  return ({ email, emailVerified }, { isEmailAuthoritative }) => {
    const domain = emailVerified && isEmailAuthoritative ? domainOf(email) : null
    return domain !== null && allowed.has(domain)
  }
}

/** One `@`, plain ASCII around it: whatever could be read in two ways has no domain (docs/security-cases.md F7). */
function domainOf(email: string | null): string | null {
  return (
    /^[!#-'*+\-./0-9=?A-Z^-~]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i.exec(email ?? '')?.[1]?.toLowerCase() ?? null
  )
}
