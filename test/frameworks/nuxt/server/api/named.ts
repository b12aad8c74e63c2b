import { requireUser } from 'latchkey/nuxt'

export default defineEventHandler(async (event) => {
  await requireUser(event, { api: true, allow: ({ name }) => name === 'Alex Lindqvist' })
  return {}
})
