import { requireBearer } from 'latchkey/react-router'
import { notesApi } from '../notes-api.server'
import type { Route } from './+types/notes'

const readers = requireBearer(() => ({ resource: notesApi(), scopes: 'notes:read' }))

export async function loader(args: Route.LoaderArgs) {
  const { subject } = await readers(args)
  return Response.json({ subject })
}
