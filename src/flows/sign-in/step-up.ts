// Step-up: the same person signs in once more, recently or at a higher level (OpenID Connect Core §3.1.2.1: `max_age`,
// `acr_values`; RFC 9470 for programs). What the query asks is sealed into the attempt and checked on return.

import { identityUserId } from '../../accounts/identity-user-id.ts'
import type { Identity } from '../../contracts/identity.ts'
import { LatchkeyError } from '../../errors.ts'
import type { AuthorizationRequest } from '../../oauth/server/provider-client.ts'
import type { LoginAttempt } from '../attempt/login-attempt.ts'
import type { Parts, ReadyProvider } from '../request/parts.ts'
import type { Demand } from './demand.ts'

/**
 * How the demand is worded for this provider. One without `max_age` is asked in its own way, and the round trip counts.
 * Throws `provider_level_unsupported` where a level is demanded that the provider could never prove.
 */
export function askFor(
  { provider }: ReadyProvider,
  demand: Demand,
): Pick<AuthorizationRequest, 'prompt' | 'maxAgeSeconds' | 'acrValues' | 'params'> {
  const { maxAgeSeconds, acrValues } = demand
  if (acrValues && provider.protocol !== 'oidc') throw new LatchkeyError('provider_level_unsupported')
  if (maxAgeSeconds === undefined) return { acrValues }
  const own = provider.deviations.reauthentication
  if (!own && provider.protocol === 'oidc') return { prompt: 'login', maxAgeSeconds, acrValues }
  const { prompt, ...params } = own ?? {}
  return { prompt, params, acrValues }
}

/** What the ID token must then prove: asking and checking are the same for a provider. */
export function checksFor(ready: ReadyProvider, demand: Demand): Demand {
  const { maxAgeSeconds, acrValues } = askFor(ready, demand)
  return { maxAgeSeconds, acrValues }
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
