import { requireUser } from 'latchkey/react-router'
import type { Route } from './+types/profile'

export function loader(args: Route.LoaderArgs) {
  return { name: requireUser(args).user.name }
}

export default function Profile({ loaderData }: Route.ComponentProps) {
  return <h1>{`Your profile, ${loaderData.name}`}</h1>
}
