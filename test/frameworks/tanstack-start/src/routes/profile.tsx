import { createFileRoute } from '@tanstack/react-router'
import { myName } from '../functions'

export const Route = createFileRoute('/profile')({ loader: () => myName(), component: Profile })

function Profile() {
  return <h1>{`Your profile, ${Route.useLoaderData()}`}</h1>
}
