// Limits guesses of user codes (RFC 8628 §5.1): the person must be signed in, and may enter ten wrong codes in ten minutes.
// Counted in the store, so across all servers.
import { LatchkeyError } from '../../errors.ts'
import { type Parts, storeOf } from '../request/parts.ts'

const MOST_GUESSES = 10
const WINDOW_SECONDS = 600

/** Throws `device_guesses_exceeded`; correct codes are then refused too, since guessing could otherwise continue. */
export async function checkGuesses(parts: Parts, userId: string): Promise<void> {
  const { window, rest } = windowOf(parts)
  if (!(await storeOf(parts).marks.isUsed(await markOf(parts, userId, window, MOST_GUESSES)))) return
  throw new LatchkeyError('device_guesses_exceeded', { retryAfterSeconds: rest })
}

export async function countGuess(parts: Parts, userId: string): Promise<void> {
  const { window, rest } = windowOf(parts)
  const expiresAt = parts.settings.now() + rest * 1000
  const { marks } = storeOf(parts)
  for (let guess = 1; guess <= MOST_GUESSES; guess++) {
    if (await marks.useOnce(await markOf(parts, userId, window, guess), expiresAt)) return
  }
}

function windowOf({ settings }: Parts): { readonly window: number; readonly rest: number } {
  const seconds = Math.floor(settings.now() / 1000)
  return { window: Math.floor(seconds / WINDOW_SECONDS), rest: WINDOW_SECONDS - (seconds % WINDOW_SECONDS) }
}

/** Hashed, since the ids of the application's own users may be long. */
async function markOf({ platform }: Parts, userId: string, window: number, guess: number): Promise<string> {
  return `client-guess:${window}:${guess}:${await platform.sha256(userId)}`
}
