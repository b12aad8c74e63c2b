import { latchkeyContext } from 'latchkey/react-router'
import type { Route } from './+types/home'

export function loader({ context }: Route.LoaderArgs) {
  return { name: context.get(latchkeyContext).user?.name ?? 'nobody' }
}

export default function Home({ loaderData }: Route.ComponentProps) {
  return <p>{`Hello ${loaderData.name}`}</p>
}
