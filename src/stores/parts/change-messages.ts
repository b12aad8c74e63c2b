// The messages between servers, each one line of text: a keyword and ids, separated by spaces and percent-encoded (RFC 3986 §2.1).
// Applications choose their user ids, which may contain any character. Session ids and most user ids need no encoding.
import type { SessionChange } from '../../contracts/session-watch.ts'

/** PostgreSQL has the smallest limit of the channels in use: less than 8,000 bytes. */
const MOST_CHARACTERS = 7_000

const EVERYTHING = 'everything'

/** One change as messages: `ended <id> <id> …`, `user <id>`, `everything`. */
export function messagesOf(change: SessionChange): readonly string[] {
  if (change.kind === 'everything') return [EVERYTHING]
  if (change.kind === 'user') return withinLimit(`user ${encode(change.userId)}`)
  const messages: string[] = []
  let message = 'ended'
  for (const id of change.sessionIds.map(encode)) {
    if (message !== 'ended' && message.length + 1 + id.length > MOST_CHARACTERS) {
      messages.push(message)
      message = 'ended'
    }
    message += ` ${id}`
  }
  return message === 'ended' ? [] : [...messages, message].flatMap(withinLimit)
}

/** Returns `null` for any other message: a heartbeat, or one from a newer version of Latchkey. */
export function readChangeMessage(message: string): SessionChange | null {
  const [kind, ...values] = message.split(' ')
  if (kind === EVERYTHING) return { kind }
  if ((kind !== 'ended' && kind !== 'user') || values.length === 0) return null
  try {
    const ids = values.map(decodeURIComponent)
    if (kind === 'ended') return { kind: 'sessions', sessionIds: ids }
    // More than one id: an older version, which did not encode, sent an id that contains a space.
    return ids.length === 1 ? { kind: 'user', userId: ids[0] ?? '' } : { kind: EVERYTHING }
  } catch {
    // Not encoded by this version: something changed, so everything that was remembered is discarded.
    return { kind: EVERYTHING }
  }
}

/** `toWellFormed` loses nothing: a lone surrogate has no UTF-8 form, so no database stores one. */
function encode(id: string): string {
  return encodeURIComponent(id.toWellFormed())
}

/** A message that is too long is sent as `everything`. */
function withinLimit(message: string): readonly string[] {
  return [message.length > MOST_CHARACTERS ? EVERYTHING : message]
}
