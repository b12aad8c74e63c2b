// Reads the body of a request or a response up to a limit, and leaves the rest unread.

/** The whole body, or null if it has more than `maxBytes`. */
export async function readBytes(
  message: Request | Response,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (message.body === null) return new Uint8Array()
  const reader: ReadableStreamDefaultReader<Uint8Array> = message.body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return concatenate(chunks, length)
    length += value.length
    if (length > maxBytes) {
      // Not awaited: the sender may never finish.
      reader.cancel().catch(() => {})
      return null
    }
    chunks.push(value)
  }
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
