import { requireFresh } from '../../auth'

export default async function Fresh() {
  await requireFresh({ maxAge: 300, returnTo: '/fresh' })
  return <p>Fresh</p>
}
