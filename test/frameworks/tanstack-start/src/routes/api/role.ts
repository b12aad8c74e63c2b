import { createFileRoute } from '@tanstack/react-router'
import { requireRole } from 'latchkey/tanstack-start'

export const Route = createFileRoute('/api/role')({
  server: {
    handlers: {
      GET: (args) => {
        requireRole(args, ['admin', 'staff'], { api: true })
        return Response.json({})
      },
    },
  },
})
