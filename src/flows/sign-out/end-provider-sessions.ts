// Ends what a provider's logout names, and tells of it: one copy for the back channel and the front channel.
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
 * The clock of the server that stored a session may be ahead. A session of the provider that has ended there ends here,
 * whenever it began; a subject may sign in again, so there the moment decides to the millisecond.
 */
function withTolerance({ settings }: Parts, named: ProviderLogout): ProviderLogout {
  if (named.providerSessionId === null) return named
  return { ...named, startedBefore: named.startedBefore + settings.clockToleranceSeconds * 1000 }
}
