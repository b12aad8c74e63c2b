import { requireRole } from 'latchkey/react-router'
import type { Route } from './+types/role'

export function loader(args: Route.LoaderArgs) {
  requireRole(args, ['admin', 'staff'], { api: true })
  return Response.json({})
}
