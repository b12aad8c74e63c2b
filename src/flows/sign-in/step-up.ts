// Step-up: the same person signs in once more, recently or at a higher level (OpenID Connect Core §3.1.2.1: `max_age`,
// `acr_values`; RFC 9470 for programs). What the query asks is sealed into the attempt and checked on return.

import { identityUserId } from '../../accounts/identity-user-id.ts'
import type { Identity } from '../../contracts/identity.ts'
import type { Provider } from '../../contracts/provider.ts'
import type { Session } from '../../contracts/session.ts'
import { LatchkeyError } from '../../errors.ts'
import type { AuthorizationRequest } from '../../oauth/server/provider-client.ts'
import type { Intent, LoginAttempt } from '../attempt/login-attempt.ts'
import type { Parts, ReadyProvider } from '../request/parts.ts'
import type { Demand } from './demand.ts'

/** Old enough that the person is not asked again; being asked, an OpenID provider must say `auth_time` (Core §3.1.2.1). */
const ANY_AGE_SECONDS = 31_536_000

type Question = Pick<AuthorizationRequest, 'prompt' | 'maxAgeSeconds' | 'acrValues' | 'params'>

/**
 * How the demand is worded for this provider. One with a declared `reauthentication` is asked in its own way, and the round
 * trip counts. Throws `provider_level_unsupported` and `provider_freshness_unsupported` for what the provider could never prove.
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

/** Whether this provider can be asked to ask the person again. */
export function canReauthenticate({ protocol, deviations }: Provider): boolean {
  return protocol === 'oidc' || deviations.reauthentication !== undefined
}

/** The step-up of a session at this provider. Throws `session_other_provider`. */
export function confirmIntent(
  { user, identity }: Session,
  asked: { readonly provider: Provider; readonly demand: Demand; readonly providers: readonly Provider[] },
): Intent {
  const isConfigured = asked.providers.some(({ id }) => id === identity.provider)
  // Another linked account may be easier to get into. A demanded level can be proved by any of them.
  if (isConfigured && identity.provider !== asked.provider.id && !asked.demand.acrValues) {
    throw new LatchkeyError('session_other_provider')
  }
  return { kind: 'confirm', userId: user.id }
}

/** A step-up is for the person who is signed in: another one must sign in openly instead. */
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
