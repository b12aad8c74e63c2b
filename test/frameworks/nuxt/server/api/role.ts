import { requireRole } from 'latchkey/nuxt'

export default defineEventHandler(async (event) => {
  await requireRole(event, ['admin', 'staff'], { api: true })
  return {}
})
