// Sign-in of this API. The front end imports only its type.
import { type Auth, latchkey } from 'latchkey'
import { optionsFromEnvironment } from 'latchkey/environment'

/** The origins of the front end: they may send requests with cookies, and sign-ins may return to them. */
export const frontEnds: readonly string[] = (process.env.ORIGINS || 'http://localhost:5173').split(',')

export const auth: Auth = latchkey({
  ...(await optionsFromEnvironment(process.env)),
  origins: frontEnds,
})
