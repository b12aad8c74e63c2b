import { createFileRoute } from '@tanstack/react-router'

export const Route = createFileRoute('/stream')({
  server: {
    handlers: {
      GET: () => {
        const encoder = new TextEncoder()
        return new Response(
          new ReadableStream({
            async start(controller) {
              controller.enqueue(encoder.encode('first'))
              await new Promise((resolve) => setTimeout(resolve, 100))
              try {
                controller.enqueue(encoder.encode('second'))
                controller.close()
              } catch {
                // The reader went away.
              }
            },
          }),
        )
      },
    },
  },
})
