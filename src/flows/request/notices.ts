// One-line messages after a redirect. The URL contains a key of this table and never text, so that the author of a link cannot
// choose what the pages show.
import { messageText } from '../../languages/speaking/message-text.ts'
import type { Visit } from './parts.ts'

const notices = {
  linked: 'noticeLinked',
  unlinked: 'noticeUnlinked',
  'unlinked-here': 'noticeUnlinkedHere',
  'session-ended': 'noticeSessionEnded',
  'sessions-ended': 'noticeSessionsEnded',
  'link-declined': 'noticeLinkDeclined',
} as const

/** Returns the sentence for the key in the URL, in the reader's language; null if there is none. */
export async function noticeOf({ url, language }: Visit): Promise<string | null> {
  const word = url.searchParams.get('notice') ?? ''
  return isNotice(word) ? messageText(await language(), notices[word]) : null
}

function isNotice(word: string): word is keyof typeof notices {
  return Object.hasOwn(notices, word)
}
