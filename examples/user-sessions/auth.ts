// Everything about sign-in: who may sign in, which user they become, how long a browser is remembered.
import { type Auth, latchkey } from 'latchkey'
import { google } from 'latchkey/providers/google'
import { sqlite } from 'latchkey/stores/sqlite'
import { type AppUser, openUsers } from './users.ts'

const week = 7 * 86_400

export const users = openUsers('app.db')

export const auth: Auth<AppUser> = latchkey({
  // The endpoints and keys are found through the issuer, with OpenID Connect Discovery.
  providers: [google({ issuer: process.env.GOOGLE_ISSUER })],
  store: sqlite('app.db'),
  siteName: 'User sessions',

  // Called before anything is stored.
  allow: ({ emailVerified }) =>
    emailVerified || 'Please verify your e-mail address at Google first, then sign in again.',

  // The user loader: `find` is called with the user id of the session, for every request with a session.
  users: {
    find: users.find,
    create: ({ name, email, picture }) => users.create({ ...named(name, email), picture }),
    update: (id, { name, email, picture }) => users.update(id, { ...named(name, email), picture }),
    delete: users.delete,
  },

  // Remembered for a week after the last use, but at most for eight weeks.
  session: { idleSeconds: week, absoluteSeconds: 8 * week },
})

/** The e-mail address is always there, since `allow` refuses people without a verified one; a name may be missing. */
function named(name: string | null, email: string | null): { name: string; email: string } {
  return { name: name ?? email ?? 'Somebody', email: email ?? '' }
}
