// Ids in the order of creation (UUID version 7, RFC 9562 §5.7), for efficient indexes and cursors.
import type { Platform } from './platform.ts'

/** Makes ids; each is greater than the one before from the same maker (RFC 9562 §6.2, method 1). */
export function createIdMaker(
  now: () => number,
  { randomBytes }: Pick<Platform, 'randomBytes'>,
): () => string {
  let lastTime = 0
  let counter = 0

  return () => {
    const random = randomBytes(10)
    const time = Math.max(now(), lastTime)
    // Twelve bits count within one millisecond; they start low to leave room.
    counter = time === lastTime ? counter + 1 : (((random[0] ?? 0) & 0x7) << 8) | (random[1] ?? 0)
    lastTime = time
    if (counter > 0xfff) {
      lastTime += 1
      counter = 0
    }
    return format(lastTime, counter, random)
  }
}

/** A lower bound: ids that are made at this moment or later sort at or after it. */
export function lowestIdAt(moment: number): string {
  return format(Math.max(0, moment), 0, new Uint8Array(10))
}

function format(time: number, counter: number, random: Uint8Array): string {
  const hex = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = ((Number.parseInt(hex.slice(4, 5), 16) & 0x3) | 0x8).toString(16)
  const milliseconds = time.toString(16).padStart(12, '0')
  return [
    milliseconds.slice(0, 8),
    milliseconds.slice(8),
    `7${counter.toString(16).padStart(3, '0')}`,
    `${variant}${hex.slice(5, 8)}`,
    hex.slice(8, 20),
  ].join('-')
}
