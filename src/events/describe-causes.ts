// What lies below an error, in lines for the log and the developer's page. Foreign messages may quote what was sent,
// so whatever looks like a token is hidden.

const MOST_CAUSES = 5
/** Longer runs of token characters than any word: codes, tokens, cookies, secrets. */
const TOKEN_LIKE = /[A-Za-z0-9_\-+/=.~%]{24,}/g

export function describeCauses(cause: unknown): readonly string[] {
  const lines: string[] = []
  let current: unknown = cause
  while (current !== undefined && current !== null && lines.length < MOST_CAUSES) {
    if (!(current instanceof Error)) break
    const code = 'code' in current && typeof current.code === 'string' ? ` (${current.code})` : ''
    lines.push(hideSecrets(`${current.name}${code}: ${current.message}`))
    current = current.cause
  }
  return lines
}

/** URLs keep scheme and host, so that one sees who was called. */
function hideSecrets(text: string): string {
  return text
    .slice(0, 500)
    .replace(/(https?:\/\/[^\s/?#"']+)([^\s"']*)/g, (_, origin: string, rest: string) =>
      `${origin}${rest.split('?')[0] ?? ''}`.slice(0, 200),
    )
    .replace(TOKEN_LIKE, (run) => (/^https?:\/\//.test(run) || /^[a-z_. /-]+$/.test(run) ? run : '[hidden]'))
}
