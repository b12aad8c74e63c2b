// Ends the sessions that a provider's logout selects, and emits the event: for the back channel and the front channel.
import type { ProviderLogout } from '../../contracts/store.ts'
import { type Parts, storeOf, type Visit } from '../request/parts.ts'
import { report } from '../request/report.ts'

export async function endProviderSessions(
  parts: Parts,
  visit: Visit,
  { providerId, ...named }: ProviderLogout & { readonly providerId: string },
): Promise<void> {
  const store = storeOf(parts)
  parts.secondLooks.add(named)
  const sessionIds = await store.sessions.deleteOfProvider(withTolerance(parts, named))
  const { issuer, subject } = named
  const account = subject === null ? null : await store.users.findAccount({ issuer, subject })
  await report(parts, visit, {
    type: 'provider_signed_out',
    provider: providerId,
    userId: account?.userId ?? null,
    sessionIds,
  })
}

/**
 * Allows for a clock that was ahead on the server that stored a session. With a `sid`, the provider's session has ended, so the
 * tolerance is harmless; without one, the subject may have signed in again, so the time is compared exactly.
 */
function withTolerance({ settings }: Parts, named: ProviderLogout): ProviderLogout {
  if (named.providerSessionId === null) return named
  return { ...named, startedBefore: named.startedBefore + settings.clockToleranceSeconds * 1000 }
}
