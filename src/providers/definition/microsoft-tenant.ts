// Which tenants of Microsoft's identity platform may sign in, and which issuer a token of each must have.
// https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens#validate-the-issuer
import type { Claims } from '../../contracts/provider.ts'

/** The tenant of all personal accounts. */
const PERSONAL = '9188040d-6c67-4c5b-b112-36a304b66dad'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** `common`: all accounts; `organizations`: work and school accounts; `consumers`: personal accounts; otherwise a tenant's id. */
export interface TenantRule {
  readonly tenant: string
  /** If set, only these of the tenants may sign in. */
  readonly allowedTenants: ReadonlySet<string> | undefined
}

/** Returns what is wrong with a tenant, as the end of a sentence, or `null`. */
export function faultInTenant(tenant: string): string | null {
  const wanted = tenant.toLowerCase()
  if (guid.test(wanted) || ['common', 'organizations', 'consumers'].includes(wanted)) return null
  // A domain name can move to another tenant.
  return (
    `${JSON.stringify(tenant.slice(0, 80))} must be common, organizations, consumers, or the tenant's id: ` +
    '"Directory (tenant) ID" on the overview page of the app registration'
  )
}

/** The same if it must be a single tenant. */
export function faultInOneTenant(tenant: string): string | null {
  if (guid.test(tenant.toLowerCase())) return null
  return (
    `${JSON.stringify(tenant.slice(0, 80))} must be the tenant's id: "Directory (tenant) ID" on the overview page of the app ` +
    'registration. For common, organizations and consumers there is microsoft()'
  )
}

/** The same for an entry of a list of ids. */
export function faultInTenantId(tenant: string): string | null {
  return guid.test(tenant.toLowerCase())
    ? null
    : `has ${JSON.stringify(tenant.slice(0, 80))}, which is no tenant id`
}

export function tenantRule({
  tenant,
  allowedTenants,
}: {
  readonly tenant: string
  readonly allowedTenants?: readonly string[] | undefined
}): TenantRule {
  const allowed = allowedTenants?.map((one) => one.toLowerCase())
  return { tenant: tenant.toLowerCase(), allowedTenants: allowed && new Set(allowed) }
}

/**
 * Returns the issuer that a token must have, according to its signed `tid`. `issuer` is the provider's: it contains the rule's
 * tenant, or is the base at another address. Throws a TypeError for a tenant that may not sign in.
 */
export function issuerOfTenant(rule: TenantRule, { tid }: Claims, issuer: string): string {
  if (typeof tid !== 'string' || !guid.test(tid)) throw new TypeError('tid is missing or no tenant id')
  if (!isAllowed(rule, tid)) throw new TypeError(`the tenant ${tid} is not one that may sign in here`)
  const ending = `/${rule.tenant}/v2.0`
  const base = issuer.endsWith(ending) ? issuer.slice(0, -ending.length) : issuer
  return `${base}/${tid}/v2.0`
}

function isAllowed({ tenant, allowedTenants }: TenantRule, tid: string): boolean {
  if (allowedTenants !== undefined && !allowedTenants.has(tid)) return false
  if (tenant === 'common') return true
  if (tenant === 'organizations') return tid !== PERSONAL
  return tid === (tenant === 'consumers' ? PERSONAL : tenant)
}
