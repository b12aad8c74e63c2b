// Random bytes in small portions from one large draw: on Node, drawing 12 bytes costs about as much as drawing 4,096, and a login
// draws seven times.

const poolBytes = 4_096
/** Larger portions are drawn separately. */
const mostPooled = 256

/** Replaces `crypto.randomBytes`. `draw` fills an array with random bytes. Bytes that were returned are wiped from the pool. */
export function createRandomPool(
  draw: (bytes: Uint8Array<ArrayBuffer>) => void,
): (length: number) => Uint8Array<ArrayBuffer> {
  const pool = new Uint8Array(poolBytes)
  let at = poolBytes

  return (length) => {
    if (length > mostPooled) {
      const bytes = new Uint8Array(length)
      draw(bytes)
      return bytes
    }
    if (at + length > poolBytes) {
      draw(pool)
      at = 0
    }
    const bytes = pool.slice(at, at + length)
    // So that a secret is in memory only once.
    pool.fill(0, at, at + length)
    at += length
    return bytes
  }
}
