import { requireFresh } from 'latchkey/nuxt'

export default defineEventHandler(async (event) => {
  await requireFresh(event, { maxAge: 300, api: true })
  return {}
})
