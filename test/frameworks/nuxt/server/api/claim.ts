import { requireClaim } from 'latchkey/nuxt'

export default defineEventHandler(async (event) => {
  await requireClaim(event, { name: 'groups', value: 'staff', api: true })
  return {}
})
