import type { APIRoute } from 'astro'
import { requireClaim } from 'latchkey/astro'

export const GET: APIRoute = (context) => {
  const auth = requireClaim(context, { name: 'groups', value: 'staff', api: true })
  return auth instanceof Response ? auth : Response.json({})
}
