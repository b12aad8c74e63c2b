// Step-up: the same person signs in again, recently or at a higher level (OpenID Connect Core §3.1.2.1: `max_age`,
// `acr_values`; RFC 9470 for programs). The demand in the query is sealed into the attempt and checked in the callback.

import { identityUserId } from '../../accounts/identity-user-id.ts'
import type { Identity } from '../../contracts/identity.ts'
import type { Provider } from '../../contracts/provider.ts'
import type { Session } from '../../contracts/session.ts'
import { LatchkeyError } from '../../errors.ts'
import type { AuthorizationRequest } from '../../oauth/server/provider-client.ts'
import type { Intent, LoginAttempt } from '../attempt/login-attempt.ts'
import type { Parts, ReadyProvider } from '../request/parts.ts'
import type { Demand } from './demand.ts'

/** So long that the person is not asked again; with any `max_age`, an OpenID provider must send `auth_time` (Core §3.1.2.1). */
const ANY_AGE_SECONDS = 31_536_000

type Question = Pick<AuthorizationRequest, 'prompt' | 'maxAgeSeconds' | 'acrValues' | 'params'>

/**
 * Returns the parameters that express the demand for this provider: for one with a declared `reauthentication`, those
 * parameters, and the round trip is the proof. Throws `provider_level_unsupported` and `provider_freshness_unsupported` if the
 * provider can never prove it.
 */
export function askFor({ provider }: Pick<ReadyProvider, 'provider'>, demand: Demand): Question {
  const { maxAgeSeconds, acrValues } = demand
  if (acrValues && provider.protocol !== 'oidc') throw new LatchkeyError('provider_level_unsupported')
  const own = provider.deviations.reauthentication
  if (maxAgeSeconds === undefined) {
    return own || provider.protocol !== 'oidc' ? { acrValues } : { acrValues, maxAgeSeconds: ANY_AGE_SECONDS }
  }
  if (own) {
    const { prompt, ...params } = own
    return { prompt, params, acrValues }
  }
  if (!canReauthenticate(provider)) throw new LatchkeyError('provider_freshness_unsupported')
  return { prompt: 'login', maxAgeSeconds, acrValues }
}

/** Whether this provider can be asked to authenticate the person again. */
export function canReauthenticate({ protocol, deviations }: Provider): boolean {
  return protocol === 'oidc' || deviations.reauthentication !== undefined
}

/** Returns the intent for a step-up of this session at this provider. Throws `session_other_provider`. */
export function confirmIntent(
  { user, identity }: Session,
  asked: { readonly provider: Provider; readonly demand: Demand; readonly providers: readonly Provider[] },
): Intent {
  const isConfigured = asked.providers.some(({ id }) => id === identity.provider)
  // Another linked account may be less secure, so it may only prove a demanded level.
  if (isConfigured && identity.provider !== asked.provider.id && !asked.demand.acrValues) {
    throw new LatchkeyError('session_other_provider')
  }
  return { kind: 'confirm', userId: user.id }
}

/** Throws `session_other_person` if a step-up was answered by another person, who must use a normal login instead. */
export async function checkSamePerson(
  parts: Parts,
  attempt: LoginAttempt,
  identity: Identity,
): Promise<void> {
  if (attempt.intent.kind !== 'confirm') return
  const { store } = parts.settings
  const userId = store
    ? (await store.users.findAccount(identity))?.userId
    : await identityUserId(parts.platform, identity)
  if (userId !== attempt.intent.userId) throw new LatchkeyError('session_other_person')
}
