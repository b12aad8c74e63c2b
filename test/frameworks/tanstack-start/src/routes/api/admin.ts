import { createFileRoute } from '@tanstack/react-router'
import { requireUser } from 'latchkey/tanstack-start'

export const Route = createFileRoute('/api/admin')({
  server: {
    handlers: {
      GET: (args) => {
        requireUser(args, { api: true, allow: () => false })
        return Response.json({})
      },
    },
  },
})
