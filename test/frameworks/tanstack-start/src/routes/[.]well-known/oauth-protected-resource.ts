import { createFileRoute } from '@tanstack/react-router'
import { notesApi } from '../../notes-api'

export const Route = createFileRoute('/.well-known/oauth-protected-resource')({
  server: { handlers: { GET: () => notesApi().metadata() } },
})
