import { requireFresh } from 'latchkey/react-router'
import type { Route } from './+types/fresh'

export function loader(args: Route.LoaderArgs) {
  requireFresh(args, { maxAge: 300, api: true })
  return Response.json({})
}
