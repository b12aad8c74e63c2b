// The claims that a session must keep so that rules can be asked later. Which ones say something about organizations and
// mailboxes, each provider knows itself: its functions are watched while they look at claims.
import type { Claims } from '../../contracts/claims.ts'
import type { Provider } from '../../contracts/provider.ts'
import { claimsIn } from './read-rules.ts'
import type { Rules } from './rules.ts'

/** For the option `session.claims`. */
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

/** Adds the names that the function looks at. */
function watch(ask: (claims: Claims) => unknown, names: Set<string>): void {
  const see = (name: string | symbol): void => {
    if (typeof name === 'string') names.add(name)
  }
  // A verified address, so that a rule that first asks for one goes on to what else it needs.
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
    // It asks for more than a sample has; what it looked at first is known.
  }
}
