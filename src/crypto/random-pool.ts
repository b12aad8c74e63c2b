// Random bytes in small portions out of one large draw: on Node a draw costs about as much for 12 bytes as for 4,096,
// and a login needs seven of them.

const poolBytes = 4_096
/** Larger portions are drawn by themselves. */
const mostPooled = 256

/** A twin of `crypto.randomBytes` over `draw`, which fills an array. What was handed out is wiped from the pool. */
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
    // So that a secret is in memory once only.
    pool.fill(0, at, at + length)
    at += length
    return bytes
  }
}
