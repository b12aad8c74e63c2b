// Prerendered by `react-router build`, which runs the middleware of the root route for it.
import { latchkeyContext } from 'latchkey/react-router'
import type { Route } from './+types/about'

export const loader = ({ context }: Route.LoaderArgs) => ({
  name: context.get(latchkeyContext).user?.name ?? 'nobody',
})

export default function About({ loaderData }: Route.ComponentProps) {
  return <p>{`About us: ${loaderData.name}`}</p>
}
