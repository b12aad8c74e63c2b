// The part of a session that a front end may see: for `GET /auth/session`, and for servers that include it in their first page.
import type { ClientSession } from '../../contracts/client-session.ts'
import type { Session } from '../../contracts/session.ts'
import type { AnyUser } from '../../contracts/user.ts'

/** Returns the base fields of the user, and the application's own fields that are named. */
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
