// A body whose second part is sent later than its first.
const encoder = new TextEncoder()

export function twoPartStream(): ReadableStream<Uint8Array> {
  return new ReadableStream({
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
  })
}
