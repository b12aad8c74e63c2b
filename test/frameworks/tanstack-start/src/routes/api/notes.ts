import { createFileRoute } from '@tanstack/react-router'
import { requireBearer } from 'latchkey/tanstack-start'
import { notesApi } from '../../notes-api'

const readers = requireBearer(() => ({ resource: notesApi(), scopes: 'notes:read' }))

export const Route = createFileRoute('/api/notes')({
  server: {
    handlers: {
      GET: async (args) => {
        const { subject } = await readers(args)
        return Response.json({ subject })
      },
    },
  },
})
