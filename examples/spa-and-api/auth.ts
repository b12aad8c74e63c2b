// Sign-in of this API. The front end imports the type of it, and nothing else.
import { type Auth, latchkey } from 'latchkey'
import { optionsFromEnvironment } from 'latchkey/environment'

/** Where the front end is opened: it may call with cookies, and be returned to. */
export const frontEnds: readonly string[] = (process.env.ORIGINS || 'http://localhost:5173').split(',')

export const auth: Auth = latchkey({
  ...(await optionsFromEnvironment(process.env)),
  origins: frontEnds,
})
