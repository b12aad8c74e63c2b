// The claims that a session must keep so that rules can be checked later. Only a provider knows which of its claims concern
// organizations and mailboxes, so its functions are run on sample claims, and the claims that they read are recorded.
import type { Claims } from '../../contracts/claims.ts'
import type { Provider } from '../../contracts/provider.ts'
import { claimsIn } from './read-rules.ts'
import type { Rules } from './rules.ts'

/** Returns the names for the option `session.claims`. */
export function claimsToKeep(rules: Rules, providers: readonly Provider[]): ReadonlySet<string> {
  const names = new Set(claimsIn(rules))
  const demands = [...rules.list.map(({ demand }) => demand), rules.otherwise]
  const asksOrganization = demands.some(({ organizations }) => organizations !== null)
  const asksEmail = demands.some(({ emails, emailDomains }) => emails !== null || emailDomains !== null)
  for (const provider of providers) {
    if (asksOrganization) watch((claims) => provider.organizationOf?.(claims), names)
    if (asksEmail) watch((claims) => provider.isAuthoritativeForEmail(SAMPLE, claims), names)
  }
  return names
}

const SAMPLE = 'somebody@example.com'

/** Adds the names of the claims that the function reads. */
function watch(ask: (claims: Claims) => unknown, names: Set<string>): void {
  const see = (name: string | symbol): void => {
    if (typeof name === 'string') names.add(name)
  }
  // With a verified address, so that a function that checks the address first also reads the other claims.
  const sample: Record<string, unknown> = { email: SAMPLE, email_verified: true }
  const claims = new Proxy(sample, {
    get(target, name) {
      see(name)
      return Reflect.get(target, name)
    },
    has(target, name) {
      see(name)
      return Reflect.has(target, name)
    },
    getOwnPropertyDescriptor(target, name) {
      see(name)
      return Reflect.getOwnPropertyDescriptor(target, name)
    },
  })
  try {
    ask(claims)
  } catch {
    // The function needs more than the sample has; what it read before is known.
  }
}
