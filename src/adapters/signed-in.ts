// Returns who was admitted, for hosts whose types cannot express it: Express and Fastify give a route the same request type
// with and without a guard before it.
import { LatchkeyError } from '../errors.ts'
import { type Read, reading, type SignedInAuth, userGuard } from './request-auth.ts'

const anybody = userGuard({})

/**
 * `app.get('/profile', requireUser(), (req, res) => res.json(signedIn(req).user))`: who is signed in at this request, with a type
 * that says so. It reads what Latchkey has stored, even if `req.latchkey` has been overwritten.
 *
 * @throws LatchkeyError `session_required` (401) without a session: no guard stands before the route.
 */
export function signedIn(request: object): SignedInAuth {
  const read = (request as Read)[reading]
  if (read && anybody.admits(read.reader, read.auth)) return read.auth
  // The route was meant to have a guard and has none.
  throw new LatchkeyError('session_required', {
    detail: read
      ? 'signedIn() found no session: put requireUser(), or another guard, before the route.'
      : 'signedIn() found no session check: put the middleware of Latchkey before the routes.',
  })
}
