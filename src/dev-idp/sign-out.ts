// Ends sessions at this provider, and notifies the application.
import { notifyLogout } from './backchannel-logout.ts'
import type { BrowserSession } from './browser-sessions.ts'
import type { ServedProvider } from './served-provider.ts'

/** Ends one session. */
export async function signOut(provider: ServedProvider, session: BrowserSession): Promise<void> {
  const person = provider.people.find(session.personKey)
  provider.sessions.end(session)
  if (!person) return
  await notifyLogout(provider, { person, sid: session.sid })
}

/** Ends all sessions of a person, in every browser. Sends one logout token, which names only the person. */
export async function signOutEverywhere(provider: ServedProvider, personKey: string): Promise<void> {
  for (const session of provider.sessions.list()) {
    if (session.personKey === personKey) provider.sessions.end(session)
  }
  const person = provider.people.find(personKey)
  if (!person) return
  await notifyLogout(provider, { person, sid: null })
}
