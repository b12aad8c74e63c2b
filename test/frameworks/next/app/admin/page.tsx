import { requireRole } from '../../auth'

export default async function Admin() {
  await requireRole('admin', { returnTo: '/admin' })
  return <h1>Everything</h1>
}
