// Rules for the gate. They use claims that only the provider can set: an e-mail suffix alone proves nothing, since any person
// can have an account with such an address.
import type { AllowContext } from '../contracts/gate.ts'
import type { Identity } from '../contracts/identity.ts'

/** A rule for the option `allow`: true lets the person in. Rules combine, since they are functions. */
export type AllowRule = (
  identity: Identity,
  context: Pick<AllowContext, 'organization' | 'isEmailAuthoritative'>,
) => boolean

/**
 * Allows accounts that one of these organizations manages, such as a Google Workspace domain (`hd`). Personal accounts, and
 * those of providers without such a claim, are not allowed.
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
 * Allows verified addresses in exactly one of these domains, from a provider that runs the mailbox: Google for gmail.com and
 * Workspace, `oidc({ authoritativeDomains })` for a company's own provider. What other providers say about an address may be
 * years out of date.
 */
export function allowEmailDomain(...domains: readonly string[]): AllowRule {
  const allowed = new Set(domains.map((domain) => domain.toLowerCase()))
  return ({ email, emailVerified }, { isEmailAuthoritative }) => {
    const domain = emailVerified && isEmailAuthoritative ? domainOf(email) : null
    return domain !== null && allowed.has(domain)
  }
}

/** Requires one `@` with plain ASCII around it: an ambiguous address has no domain (docs/security-cases.md F7). */
function domainOf(email: string | null): string | null {
  return (
    /^[!#-'*+\-./0-9=?A-Z^-~]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i.exec(email ?? '')?.[1]?.toLowerCase() ?? null
  )
}
