// What the inspector of development shows of an ID token: its contents, and each check with its outcome. A check is shown as passed
// only if it was made.
import type { LoginTrace, TracedCheck } from '../../contracts/inspection.ts'
import type { LatchkeyError } from '../../errors.ts'
import type { UnverifiedJwt } from './compact-jwt.ts'

/** In the order in which they are made. */
const order = [
  'form',
  'alg',
  'exp',
  'nbf',
  'iss',
  'aud',
  'auth_time',
  'nonce',
  'signature',
  'sub',
  'azp',
  'iat',
  'session_expiry',
  'acr',
  'at_hash',
  'c_hash',
] as const

type CheckName = (typeof order)[number]

/** The checks that the protocol library makes, in its order. It looks for missing claims after the first two. */
const judgedByLibrary: readonly CheckName[] = ['exp', 'nbf', 'iss', 'aud', 'auth_time', 'nonce']
const judgedBeforePresence: readonly CheckName[] = ['exp', 'nbf']

/** The expected value of each check. */
export type Expectations = Partial<Record<CheckName, unknown>>

export interface IdTokenTelling {
  readonly read: (jwt: UnverifiedJwt) => void
  readonly passed: (...checks: readonly CheckName[]) => void
  readonly passedLibrary: () => void
  /** Reports the result once the verification has settled. */
  readonly watch: (verified: Promise<unknown>) => void
}

/** `isAsked`: whether a check that is not always made was requested. */
export function tellIdToken(
  trace: LoginTrace,
  { expected, isAsked }: { readonly expected: Expectations; readonly isAsked: (check: CheckName) => boolean },
): IdTokenTelling {
  const passed = new Set<string>()
  const began = performance.now()
  let jwt: UnverifiedJwt | null = null

  function outcomeOf(name: CheckName, failure: LatchkeyError | null): TracedCheck['outcome'] {
    if (failure?.facts.check === name) return 'failed'
    if (!passed.has(name)) return 'not reached'
    if (name === 'form' || name === 'signature') return 'passed'
    if ((name === 'auth_time' || name === 'acr') && !isAsked(name)) return 'absent'
    return name !== 'alg' && jwt?.claims[name] === undefined ? 'absent' : 'passed'
  }

  function tell(failure: LatchkeyError | null): void {
    const { check, isMissing } = failure?.facts ?? {}
    const stopped = judgedByLibrary.indexOf(check as CheckName)
    if (!passed.has('nonce') && passed.has('alg') && failure) {
      const before = isMissing ? judgedBeforePresence : judgedByLibrary.slice(0, Math.max(stopped, 0))
      for (const name of before) passed.add(name)
    }
    const { alg, typ, kid } = jwt?.header ?? {}
    const found = (name: CheckName) => (name === 'alg' ? alg : jwt?.claims[name])
    trace.add({
      place: 'id-token',
      sentence: failure ? 'The ID token is refused.' : 'The ID token is verified in full.',
      milliseconds: performance.now() - began,
      facts: { alg, typ, kid, ...jwt?.claims },
      checks: order.map((name) => ({
        name,
        outcome: outcomeOf(name, failure),
        expected: expected[name],
        found: found(name),
      })),
      ...(failure && { failure }),
    })
  }

  return {
    read(unverified) {
      jwt = unverified
    },
    passed(...checks) {
      for (const check of checks) passed.add(check)
    },
    passedLibrary() {
      for (const check of judgedByLibrary) passed.add(check)
    },
    watch(verified) {
      verified.then(
        () => tell(null),
        (failure: LatchkeyError) => tell(failure),
      )
    },
  }
}
