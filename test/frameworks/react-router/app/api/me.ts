import { requireUser } from 'latchkey/react-router'
import type { Route } from './+types/me'

export function loader(args: Route.LoaderArgs) {
  const { user } = requireUser(args, { api: true })
  return Response.json({ name: user.name })
}
