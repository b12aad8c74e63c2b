import { createFileRoute } from '@tanstack/react-router'
import { requireUser } from 'latchkey/tanstack-start'

export const Route = createFileRoute('/api/me')({
  server: {
    handlers: {
      GET: (args) => {
        const { user } = requireUser(args, { api: true })
        return Response.json({ name: user.name })
      },
    },
  },
})
