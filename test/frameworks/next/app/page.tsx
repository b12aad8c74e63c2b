import { auth } from '../auth'

export default async function Home() {
  const { user } = await auth()
  return <p>{`Hello ${user?.name ?? 'nobody'}`}</p>
}
