import { createFileRoute } from '@tanstack/react-router'
import { whoAmI } from '../functions'

export const Route = createFileRoute('/')({ loader: () => whoAmI(), component: Home })

function Home() {
  return <p>{`Hello ${Route.useLoaderData()}`}</p>
}
