// The proven time at which the person authenticated, from which step-up is measured (OpenID Connect Core §2, `auth_time`). A
// sign-in by the provider's existing session, without interaction, proves no time.
import type { EpochMilliseconds } from '../../contracts/user.ts'
import { variableOf } from '../../contracts/variable-of.ts'
import { LatchkeyError } from '../../errors.ts'
import type { Parts } from '../request/parts.ts'
import { UNKNOWN_MOMENT } from './demand.ts'
import type { ProviderAnswer } from './keep-answer.ts'

type Answer = Pick<ProviderAnswer, 'ready' | 'attempt' | 'tokens'>

/**
 * Returns the provider's `auth_time`; otherwise now, if the provider was asked to authenticate the person again with its
 * declared `reauthentication` parameters.
 */
export function provenMoment({ settings }: Pick<Parts, 'settings'>, answer: Answer): EpochMilliseconds {
  const now = settings.now()
  const { ready, attempt, tokens } = answer
  const authTime = tokens.idTokenClaims?.auth_time
  const latest = now / 1000 + settings.clockToleranceSeconds
  // Servers that do not know the time send 0. A time in the future would be recent for too long.
  if (typeof authTime === 'number' && authTime > 0 && authTime <= latest) {
    return Math.min(authTime * 1000, now)
  }
  const isAsked = attempt.demand.maxAgeSeconds !== undefined && attempt.intent.kind !== 'silent'
  const isDeclared = ready.provider.deviations.reauthentication !== undefined
  return isAsked && isDeclared ? now : UNKNOWN_MOMENT
}

/**
 * Checks that the sign-in is as recent as requested. Throws `provider_freshness_unproven`, before anything is stored. Unless
 * this is a step-up, a missing `auth_time` is accepted: the session then has no proven time, and guards check it again.
 */
export function checkProvenMoment(parts: Pick<Parts, 'settings'>, answer: Answer): void {
  const { demand, intent } = answer.attempt
  if (demand.maxAgeSeconds === undefined) return
  const moment = provenMoment(parts, answer)
  if (moment === UNKNOWN_MOMENT) {
    const authTime = answer.tokens.idTokenClaims?.auth_time
    if (intent.kind !== 'confirm' && !authTime) return
    throw unproven(
      answer,
      authTime === undefined ? 'it has no auth_time' : 'its auth_time is not a past moment',
    )
  }
  const { clockToleranceSeconds, now } = parts.settings
  const age = Math.floor((now() - moment) / 1000)
  // OpenID Connect Core §3.1.3.7 (13): the provider did not authenticate the person again.
  if (age > demand.maxAgeSeconds + clockToleranceSeconds) {
    throw unproven(answer, `its auth_time is ${age} seconds ago, and ${demand.maxAgeSeconds} were asked for`)
  }
}

function unproven({ ready: { provider }, tokens }: Answer, what: string): LatchkeyError {
  const remedy =
    provider.deviations.reauthentication === undefined
      ? ` Where this provider cannot say when, name what makes it ask again: reauthentication: { prompt: 'login' }, or the variable ${variableOf(provider.id)}_REAUTHENTICATION=prompt=login (with OIDC_ before it for those of OIDC_PROVIDERS).`
      : ''
  return new LatchkeyError('provider_freshness_unproven', {
    detail: `The answer of ${provider.id} proves no recent sign-in: ${what}.${remedy}`,
    facts: {
      at: 'id-token',
      check: 'auth_time',
      ...(tokens.idTokenClaims?.auth_time === undefined && { isMissing: true }),
    },
  })
}
