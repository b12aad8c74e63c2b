import { requireUser } from 'latchkey/react-router'
import type { Route } from './+types/admin'

export function loader(args: Route.LoaderArgs) {
  requireUser(args, { api: true, allow: () => false })
  return Response.json({})
}
