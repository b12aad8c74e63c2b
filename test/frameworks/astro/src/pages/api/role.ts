import type { APIRoute } from 'astro'
import { requireRole } from 'latchkey/astro'

export const GET: APIRoute = (context) => {
  const auth = requireRole(context, ['admin', 'staff'], { api: true })
  return auth instanceof Response ? auth : Response.json({})
}
