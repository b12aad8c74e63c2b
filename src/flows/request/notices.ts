// One-line messages after a redirect. The address carries a word of this table and never text, so that an address cannot make
// the pages say what its author likes.
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

/** The sentence that the address names, in the reader's language; null for none. */
export async function noticeOf({ url, language }: Visit): Promise<string | null> {
  const word = url.searchParams.get('notice') ?? ''
  return isNotice(word) ? messageText(await language(), notices[word]) : null
}

function isNotice(word: string): word is keyof typeof notices {
  return Object.hasOwn(notices, word)
}
