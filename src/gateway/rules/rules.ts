// The rules during requests: what each of them demands, and which of them apply to a request.
import { type HostPattern, hostMatches, type PathPattern, pathMatches } from './patterns.ts'
import type { PathReading } from './request-path.ts'

/** What a request must satisfy. Everything that is set must hold; for a list, one of its entries. */
export interface RuleDemand {
  readonly isPublic: boolean
  /** Organizations that manage the account, from the provider's own claim; in lower case. */
  readonly organizations: readonly string[] | null
  /** Claims of the session, by name: one of these values, alone or in a list. */
  readonly claims: ReadonlyMap<string, readonly string[]>
  /** Verified addresses, in lower case. */
  readonly emails: readonly string[] | null
  /** Domains of verified addresses, in lower case. */
  readonly emailDomains: readonly string[] | null
  /** The greatest age of the sign-in, in seconds. */
  readonly freshSeconds: number | null
}

export interface Rule {
  readonly host: HostPattern
  readonly path: PathPattern
  readonly demand: RuleDemand
}

export interface Rules {
  /** The first rule that matches decides. */
  readonly list: readonly Rule[]
  /** The demand if no rule matches. */
  readonly otherwise: RuleDemand
}

/** All demands that a request must satisfy: that of the rule that matches, or those of every rule that could be meant. */
export function demandsOn(rules: Rules, host: string, reading: PathReading): readonly RuleDemand[] {
  if (reading.kind !== 'plain') return everyDemand(rules, host)
  const exact = firstThatFits(rules, host, reading.path, false)
  // A server that ignores case finds `/admin` at `/ADMIN`.
  const folded = firstThatFits(rules, host, reading.folded, true)
  return exact === folded ? [exact] : [exact, folded]
}

/** The demands that only a person who may see everything satisfies: for requests that do not say what they ask for. */
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
  // By index: without an iterator for each request.
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
