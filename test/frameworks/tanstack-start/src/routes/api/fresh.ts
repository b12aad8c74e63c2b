import { createFileRoute } from '@tanstack/react-router'
import { requireFresh } from 'latchkey/tanstack-start'

export const Route = createFileRoute('/api/fresh')({
  server: {
    handlers: {
      GET: (args) => {
        requireFresh(args, { maxAge: 300, api: true })
        return Response.json({})
      },
    },
  },
})
