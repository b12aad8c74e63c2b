// What can go wrong at a provider, as a table: tests switch a fault on by name, and the page of people offers those that
// suit one sign-in. What each does stands where it strikes; here is only what it is called and meant to show.
import { type AnswerFault, answerFaults } from './answer-faults.ts'
import { type ClaimFault, claimFaults } from './claim-faults.ts'
import type { FaultEntry } from './fault-entry.ts'

export type { FaultEntry, FaultPlace } from './fault-entry.ts'

/** The name of a fault. */
export type Fault = AnswerFault | ClaimFault

/** All faults by name. */
export const faults: Readonly<Record<Fault, FaultEntry>> = { ...answerFaults, ...claimFaults }

/** The fault of this name, or null. */
export function findFault(name: string): Fault | null {
  return Object.hasOwn(faults, name) ? (name as Fault) : null
}

/** The faults that a page may offer for one sign-in. */
export function faultsForSignIn(protocol: 'oidc' | 'oauth2'): readonly Fault[] {
  return (Object.keys(faults) as Fault[]).filter((name) => {
    const { oidcOnly = false, perSignIn = true } = faults[name]
    return perSignIn && (protocol === 'oidc' || !oidcOnly)
  })
}
