import { requireUser } from 'latchkey/react-router'
import type { Route } from './+types/named'

export function loader(args: Route.LoaderArgs) {
  requireUser(args, { api: true, allow: ({ name }) => name === 'Alex Lindqvist' })
  return Response.json({})
}
