import type { APIRoute } from 'astro'
import { requireUser } from 'latchkey/astro'

export const GET: APIRoute = (context) => {
  const auth = requireUser(context, { api: true, allow: () => false })
  return auth instanceof Response ? auth : Response.json({})
}
