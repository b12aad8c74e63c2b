import { requireUser } from 'latchkey/nuxt'

export default defineEventHandler(async (event) => {
  const { user } = await requireUser(event, { api: true })
  return { name: user.name }
})
