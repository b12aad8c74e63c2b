// Everything about sign-in: who may, who they are here, how long a browser is remembered.
import { type Auth, latchkey } from 'latchkey'
import { google } from 'latchkey/providers/google'
import { sqlite } from 'latchkey/stores/sqlite'
import { type AppUser, openUsers } from './users.ts'

const week = 7 * 86_400

export const users = openUsers('app.db')

export const auth: Auth<AppUser> = latchkey({
  // The endpoints and keys are found below the issuer, by OpenID Connect Discovery.
  providers: [google({ issuer: process.env.GOOGLE_ISSUER })],
  store: sqlite('app.db'),
  siteName: 'User sessions',

  // Asked before anything is stored.
  allow: ({ emailVerified }) =>
    emailVerified || 'Please verify your e-mail address at Google first, then sign in again.',

  // The user loader: `find` is called with the id of the session, at every request that has one.
  users: {
    find: users.find,
    create: ({ name, email, picture }) => users.create({ ...named(name, email), picture }),
    update: (id, { name, email, picture }) => users.update(id, { ...named(name, email), picture }),
    delete: users.delete,
  },

  // Remembered for a week after the last use, but never for more than eight.
  session: { idleSeconds: week, absoluteSeconds: 8 * week },
})

/** The gate refuses people without an address; a name may be missing. */
function named(name: string | null, email: string | null): { name: string; email: string } {
  return { name: name ?? email ?? 'Somebody', email: email ?? '' }
}
