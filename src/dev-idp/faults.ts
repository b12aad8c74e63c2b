// The table of all faults of a provider: tests turn one on by name, and the page with the people offers those that can be limited
// to one sign-in. The code of each endpoint implements its faults; this table only describes them.
import { type AnswerFault, answerFaults } from './answer-faults.ts'
import { type ClaimFault, claimFaults } from './claim-faults.ts'
import type { FaultEntry } from './fault-entry.ts'

export type { FaultEntry, FaultPlace } from './fault-entry.ts'

/** The name of a fault. */
export type Fault = AnswerFault | ClaimFault

/** All faults by name. */
export const faults: Readonly<Record<Fault, FaultEntry>> = { ...answerFaults, ...claimFaults }

/** Returns the fault with this name, or null. */
export function findFault(name: string): Fault | null {
  return Object.hasOwn(faults, name) ? (name as Fault) : null
}

/** Returns the faults that a page may offer for one sign-in. */
export function faultsForSignIn(protocol: 'oidc' | 'oauth2'): readonly Fault[] {
  return (Object.keys(faults) as Fault[]).filter((name) => {
    const { oidcOnly = false, perSignIn = true } = faults[name]
    return perSignIn && (protocol === 'oidc' || !oidcOnly)
  })
}
