// Reads a person from Microsoft's ID tokens, for all of its identity platforms.
// https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference
import type { Brand, Claims, ProfileRequest } from '../../contracts/provider.ts'
import type { IdentityDraft } from './read-identity.ts'
import { readText } from './read-identity.ts'

const colors = {
  light: { background: '#ffffff', text: '#5e5e5e', border: '#8c8c8c' },
  dark: { background: '#2f2f2f', text: '#ffffff', border: '#8c8c8c' },
}

/** https://learn.microsoft.com/en-us/entra/identity-platform/howto-add-branding-in-apps: four squares, white or dark gray. */
export const microsoftBrand: Brand = {
  icon: '<svg viewBox="0 0 21 21" aria-hidden="true" focusable="false"><rect x="0" y="0" width="10" height="10" fill="#f25022"/><rect x="11" y="0" width="10" height="10" fill="#7fba00"/><rect x="0" y="11" width="10" height="10" fill="#00a4ef"/><rect x="11" y="11" width="10" height="10" fill="#ffb900"/></svg>',
  ...colors,
}

/**
 * An administrator of any tenant can write any address into these claims. Only the optional claim `xms_edov` says that its
 * domain belongs to the tenant. https://learn.microsoft.com/en-us/entra/identity-platform/migrate-off-email-claim-authorization
 */
function isDomainOwnerVerified({ xms_edov: verified }: Claims): boolean {
  return verified === true || verified === 1 || verified === '1' || verified === 'true'
}

export function readMicrosoftClaims(claims: Claims): IdentityDraft {
  return {
    subject: claims.sub,
    email: claims.email,
    emailVerified: isDomainOwnerVerified(claims),
    name: readText(claims.name) ?? claims.preferred_username,
    // Pictures of Microsoft Graph need a token.
    picture: null,
  }
}

/** The person's object in the tenant, the same for all applications. Needs both `tid` and `oid`. */
export function readObjectSubject({ tid, oid }: Claims): string {
  if (typeof tid !== 'string' || typeof oid !== 'string' || oid === '') {
    throw new TypeError('tid or oid is missing')
  }
  return `${tid}.${oid}`
}

/**
 * A token lists at most 200 groups; for more, it only says where to ask. Then asks Graph, which needs the scope
 * `GroupMember.Read.All`. https://learn.microsoft.com/en-us/security/zero-trust/develop/configure-tokens-group-claims-app-roles
 */
export async function fetchOverage({ idTokenClaims, fetch }: ProfileRequest): Promise<Claims> {
  if (!idTokenClaims || !hasOverage(idTokenClaims)) return {}
  const answer = await fetch('me/getMemberObjects', { body: { securityEnabledOnly: false } })
  const groups = (answer as Claims | null)?.value
  return Array.isArray(groups) ? { groups: groups.filter((group) => typeof group === 'string') } : {}
}

function hasOverage({ groups, hasgroups, _claim_names: names }: Claims): boolean {
  if (groups !== undefined) return false
  const isElsewhere = typeof names === 'object' && names !== null && 'groups' in names
  return hasgroups === true || hasgroups === 'true' || isElsewhere
}
