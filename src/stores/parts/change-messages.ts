// What servers tell each other, as one line of text: a word and its ids, percent-encoded (RFC 3986 §2.1), between blanks.
// Applications choose the ids of their users, so these may hold anything. A session's id and most others stay as they are.
import type { SessionChange } from '../../contracts/session-watch.ts'

/** The smallest limit of the channels in use is PostgreSQL's: below 8,000 bytes. */
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

/** Null for what is no change: a beat, or something of a newer version, which must not be taken for one. */
export function readChangeMessage(message: string): SessionChange | null {
  const [kind, ...values] = message.split(' ')
  if (kind === EVERYTHING) return { kind }
  if ((kind !== 'ended' && kind !== 'user') || values.length === 0) return null
  try {
    const ids = values.map(decodeURIComponent)
    if (kind === 'ended') return { kind: 'sessions', sessionIds: ids }
    // More than one: a version that did not encode sent an id with a blank in it.
    return ids.length === 1 ? { kind: 'user', userId: ids[0] ?? '' } : { kind: EVERYTHING }
  } catch {
    // Not what this version encodes: something changed, and nothing may be served from before.
    return { kind: EVERYTHING }
  }
}

/** A lone surrogate has no UTF-8 form, so that no database keeps it either. */
function encode(id: string): string {
  return encodeURIComponent(id.toWellFormed())
}

/** What does not fit is announced as a change of everything. */
function withinLimit(message: string): readonly string[] {
  return [message.length > MOST_CHARACTERS ? EVERYTHING : message]
}
