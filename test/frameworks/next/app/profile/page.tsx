import { requireUser } from '../../auth'

export default async function Profile() {
  const { user } = await requireUser({ returnTo: '/profile' })
  return <h1>{`Your profile, ${user.name}`}</h1>
}
