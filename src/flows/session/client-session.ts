// What of a session a front end may know: for `GET /auth/session`, and for servers that put it into their first page.
import type { ClientSession } from '../../contracts/client-session.ts'
import type { Session } from '../../contracts/session.ts'
import type { AnyUser } from '../../contracts/user.ts'

/** The base fields of the user and, of the application's own, those that it names. */
export function clientSession(
  session: Session,
  ownUser: AnyUser | null,
  fields: readonly string[],
): ClientSession {
  const { id, email, emailVerified, name, picture } = session.user
  const own = Object.fromEntries(Object.entries(ownUser ?? {}).filter(([field]) => fields.includes(field)))
  return {
    user: { ...own, id, email, emailVerified, name, picture },
    expiresAt: session.expiresAt.toISOString(),
  }
}
