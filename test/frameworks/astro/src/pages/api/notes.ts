import type { APIRoute } from 'astro'
import { requireBearer } from 'latchkey/astro'
import { notesApi } from '../../api'

const readers = requireBearer(() => ({ resource: notesApi(), scopes: 'notes:read' }))

export const GET: APIRoute = async (context) => {
  const token = await readers(context)
  return token instanceof Response ? token : Response.json({ subject: token.subject })
}
