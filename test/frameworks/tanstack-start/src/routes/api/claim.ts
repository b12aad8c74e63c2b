import { createFileRoute } from '@tanstack/react-router'
import { requireClaim } from 'latchkey/tanstack-start'

export const Route = createFileRoute('/api/claim')({
  server: {
    handlers: {
      GET: (args) => {
        requireClaim(args, { name: 'groups', value: 'staff', api: true })
        return Response.json({})
      },
    },
  },
})
