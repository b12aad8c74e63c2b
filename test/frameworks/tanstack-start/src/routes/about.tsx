// Prerendered by `vite build`, which runs the middleware for it.
import { createFileRoute } from '@tanstack/react-router'
import { whoAmI } from '../functions'

export const Route = createFileRoute('/about')({ loader: () => whoAmI(), component: About })

function About() {
  return <p>{`About us: ${Route.useLoaderData()}`}</p>
}
