// The rules as they are asked: what each demands, and which of them count for a request.
import { type HostPattern, hostMatches, type PathPattern, pathMatches } from './patterns.ts'
import type { PathReading } from './request-path.ts'

/** What a request needs. Everything that is set must hold; of a list, one entry. */
export interface RuleDemand {
  readonly isPublic: boolean
  /** Organizations that manage the account, as the provider's own claim says it; in small letters. */
  readonly organizations: readonly string[] | null
  /** Claims of the session, by name: one of these values, alone or in a list. */
  readonly claims: ReadonlyMap<string, readonly string[]>
  /** Verified addresses, in small letters. */
  readonly emails: readonly string[] | null
  /** Domains of verified addresses, in small letters. */
  readonly emailDomains: readonly string[] | null
  /** How many seconds ago the sign-in may have been. */
  readonly freshSeconds: number | null
}

export interface Rule {
  readonly host: HostPattern
  readonly path: PathPattern
  readonly demand: RuleDemand
}

export interface Rules {
  /** The first that fits decides. */
  readonly list: readonly Rule[]
  /** Where none fits. */
  readonly otherwise: RuleDemand
}

/** All demands that a request must satisfy: that of the rule that fits, or of every rule that could be meant. */
export function demandsOn(rules: Rules, host: string, reading: PathReading): readonly RuleDemand[] {
  if (reading.kind !== 'plain') return everyDemand(rules, host)
  const exact = firstThatFits(rules, host, reading.path, false)
  // A server that does not tell capitals from small letters finds `/admin` at `/ADMIN`.
  const folded = firstThatFits(rules, host, reading.folded, true)
  return exact === folded ? [exact] : [exact, folded]
}

/** What is satisfied by somebody who may see everything: for requests that do not say what they ask for. */
export function everyDemand({ list, otherwise }: Rules, host: string | null): readonly RuleDemand[] {
  const possible = list.filter((rule) => host === null || hostMatches(rule.host, host))
  return [...possible.map(({ demand }) => demand), otherwise]
}

function firstThatFits(
  { list, otherwise }: Rules,
  host: string,
  path: string,
  isFolded: boolean,
): RuleDemand {
  // By number: no iterator for each request.
  for (let at = 0; at < list.length; at++) {
    const rule = list[at] as Rule
    if (pathMatches(rule.path, path, isFolded) && hostMatches(rule.host, host)) return rule.demand
  }
  return otherwise
}

/** Whether a rule names this host. */
export function namesHost({ list }: Rules, host: string): boolean {
  return list.some((rule) => rule.host !== null && hostMatches(rule.host, host))
}

/** Whether rules distinguish hosts at all. */
export function namesAnyHost({ list }: Rules): boolean {
  return list.some(({ host }) => host !== null)
}
