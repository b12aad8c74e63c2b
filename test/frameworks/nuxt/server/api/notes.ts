import { requireBearer } from 'latchkey/nuxt'
import { notesApi } from '../notes-api'

const readers = requireBearer(() => ({ resource: notesApi(), scopes: 'notes:read' }))

export default defineEventHandler(async (event) => {
  const { subject } = await readers(event)
  return { subject }
})
