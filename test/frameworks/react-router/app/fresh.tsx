import { requireFresh } from 'latchkey/react-router'
import type { Route } from './+types/fresh'

export function loader(args: Route.LoaderArgs) {
  requireFresh(args, { maxAge: 300 })
  return null
}

export default function Fresh() {
  return <p>Fresh</p>
}
