// Decides whether a person may see what was asked for.
import type { Provider } from '../../contracts/provider.ts'
import type { Session } from '../../contracts/session.ts'
import type { MountedAuth } from '../../latchkey.ts'
import type { RuleDemand } from './rules.ts'

/** `forbidden` has the reason for the log; `stale` requires a sign-in that is at most this many seconds old. */
export type Verdict =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'stale'; readonly freshSeconds: number }

const admitted: Verdict = Object.freeze({ kind: 'admitted' })
const anonymous: Verdict = Object.freeze({ kind: 'anonymous' })

/** The providers by their ids, which define how claims about a person are read. */
export type ProvidersById = ReadonlyMap<string, Pick<Provider, 'organizationOf' | 'isAuthoritativeForEmail'>>

/** Whether all demands are met. `session` is null for anonymous visitors, and while the store does not answer. */
export function verdictOn(
  demands: readonly RuleDemand[],
  session: Session | null,
  { auth, providers }: { readonly auth: Pick<MountedAuth, 'satisfies'>; readonly providers: ProvidersById },
): Verdict {
  let freshSeconds = Number.POSITIVE_INFINITY
  for (const demand of demands) {
    if (demand.isPublic) continue
    if (session === null || !auth.satisfies(session, {})) return anonymous
    const reason = whatIsMissing(demand, session, providers)
    if (reason !== null) return { kind: 'forbidden', reason }
    freshSeconds = Math.min(freshSeconds, demand.freshSeconds ?? freshSeconds)
  }
  if (session === null || freshSeconds === Number.POSITIVE_INFINITY) return admitted
  return auth.satisfies(session, { maxAgeSeconds: freshSeconds }) ? admitted : { kind: 'stale', freshSeconds }
}

function whatIsMissing(demand: RuleDemand, session: Session, providers: ProvidersById): string | null {
  const { organizations, claims, emails, emailDomains } = demand
  const provider = providers.get(session.identity.provider)
  if (organizations) {
    const organization = provider?.organizationOf?.(session.claims)?.toLowerCase()
    if (organization === undefined || !organizations.includes(organization)) return 'the organization'
  }
  for (const [name, values] of claims) {
    if (!hasClaim(session, name, values)) return `the claim ${name}`
  }
  if (emails === null && emailDomains === null) return null
  const email = provenEmail(session, provider)
  if (email === null) return 'a verified e-mail address of a mailbox that the provider itself runs'
  if (emails && !emails.includes(email)) return 'the e-mail address'
  return emailDomains && !emailDomains.includes(email.slice(email.indexOf('@') + 1))
    ? 'the e-mail domain'
    : null
}

function hasClaim({ claims }: Session, name: string, wanted: readonly string[]): boolean {
  const value: unknown = Object.hasOwn(claims, name) ? claims[name] : undefined
  return [value].flat().some((one) => typeof one === 'string' && wanted.includes(one))
}

/** One `@` with plain ASCII around it, so that the address can be read in one way only (CVE-2026-40574). */
const plainEmail = /^[!#-'*+\-./0-9=?A-Z^-~]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i

function provenEmail(
  { user, claims }: Session,
  provider: Pick<Provider, 'isAuthoritativeForEmail'> | undefined,
) {
  const { email, emailVerified } = user
  if (email === null || !emailVerified || !plainEmail.test(email)) return null
  return provider?.isAuthoritativeForEmail(email, claims) ? email.toLowerCase() : null
}
