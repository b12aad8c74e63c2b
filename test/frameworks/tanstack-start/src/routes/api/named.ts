import { createFileRoute } from '@tanstack/react-router'
import { requireUser } from 'latchkey/tanstack-start'

export const Route = createFileRoute('/api/named')({
  server: {
    handlers: {
      GET: (args) => {
        requireUser(args, { api: true, allow: ({ name }) => name === 'Alex Lindqvist' })
        return Response.json({})
      },
    },
  },
})
