import { requireClaim } from 'latchkey/react-router'
import type { Route } from './+types/claim'

export function loader(args: Route.LoaderArgs) {
  requireClaim(args, { name: 'groups', value: 'staff', api: true })
  return Response.json({})
}
