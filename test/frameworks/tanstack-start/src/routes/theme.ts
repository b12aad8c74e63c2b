import { createFileRoute } from '@tanstack/react-router'

export const Route = createFileRoute('/theme')({
  server: {
    handlers: {
      GET: () => new Response(null, { headers: { 'Set-Cookie': 'theme=dark' } }),
    },
  },
})
