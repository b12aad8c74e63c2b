// Who was let through, for hosts whose types cannot say it: Express and Fastify give a route the same type of request
// with and without a guard before it.
import { LatchkeyError } from '../errors.ts'
import { type Read, reading, type SignedInAuth, userGuard } from './request-auth.ts'

const anybody = userGuard({})

/**
 * `app.get('/profile', requireUser(), (req, res) => res.json(signedIn(req).user))`: who is signed in at this request, with a type
 * that says so. It reads what Latchkey has stored, whatever stands at `req.latchkey` by now.
 *
 * @throws LatchkeyError `session_required` (401) without a session: the route has no guard before it.
 */
export function signedIn(request: object): SignedInAuth {
  const read = (request as Read)[reading]
  if (read && anybody.admits(read.reader, read.auth)) return read.auth
  // A route that was meant to have a guard, and has none.
  throw new LatchkeyError('session_required', {
    detail: read
      ? 'signedIn() found no session: put requireUser(), or another guard, before the route.'
      : 'signedIn() found no session check: put the middleware of Latchkey before the routes.',
  })
}
