import { requireRole } from 'latchkey/react-router'
import type { Route } from './+types/admin'

export function loader(args: Route.LoaderArgs) {
  requireRole(args, 'admin')
  return null
}

export default function Admin() {
  return <p>Everything</p>
}
