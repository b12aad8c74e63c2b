// Ends what a provider's logout names, and tells of it: one copy for the back channel and the front channel.
import type { ProviderLogout } from '../../contracts/store.ts'
import { type Parts, storeOf, type Visit } from '../request/parts.ts'
import { report } from '../request/report.ts'

/** Longer than a server takes from taking a session's time to storing it. */
const ONCE_MORE_MILLISECONDS = 3_000

export async function endProviderSessions(
  parts: Parts,
  visit: Visit,
  { providerId, ...named }: ProviderLogout & { readonly providerId: string },
): Promise<void> {
  const store = storeOf(parts)
  endOnceMore(parts, named)
  const sessionIds = await store.sessions.deleteOfProvider(named)
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
 * A login that was under way when the logout arrived may store its session just after: what began before the receipt is
 * ended once more. This also finishes what a store that failed at that moment could not.
 */
function endOnceMore(parts: Parts, named: ProviderLogout): void {
  const timer = setTimeout(() => {
    // The log has said so already, when the first attempt failed.
    storeOf(parts)
      .sessions.deleteOfProvider(named)
      .catch(() => undefined)
  }, ONCE_MORE_MILLISECONDS)
  timer.unref?.()
}
