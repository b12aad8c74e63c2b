// One-line messages after a redirect. The address carries a word of this table and never text, so that nobody can
// make our pages say something.

const notices: Readonly<Record<string, string>> = {
  linked: 'The account was added. You can sign in with it from now on.',
  unlinked:
    'The account was removed. It can no longer sign in, and devices that had signed in with it were signed out.',
  'unlinked-here':
    'The account was removed, and with it the sign-in of this browser. Please sign in another way.',
  'session-ended': 'That device was signed out.',
  'sessions-ended': 'All other devices were signed out.',
  'link-declined': 'Nothing was added.',
}

export function noticeOf(url: URL): string | null {
  const word = url.searchParams.get('notice') ?? ''
  return Object.hasOwn(notices, word) ? (notices[word] ?? null) : null
}
