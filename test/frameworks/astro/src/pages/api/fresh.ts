import type { APIRoute } from 'astro'
import { requireFresh } from 'latchkey/astro'

export const GET: APIRoute = (context) => {
  const auth = requireFresh(context, { maxAge: 300, api: true })
  return auth instanceof Response ? auth : Response.json({})
}
