// The only validator of redirects (RFC 9700 §4.11): where a person may be sent after a login, a logout or an error.
// All code that takes such a path from a request calls it.

const fallback = '/'
const maxBytes = 512
// Any origin works here: the only question is whether a browser at this origin stays there.
const anywhere = 'https://app.invalid'
// Control characters, which URL parsers drop and servers split headers at; the backslash, which browsers treat as a slash; the
// fragment; and halves of surrogate pairs, which cannot be encoded.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get in.
const forbidden = /[\u0000-\u001f\u007f-\u009f\\#\p{Surrogate}]/u

/**
 * Returns the path and query as given, if a browser that is sent there stays on this site: at most 512 bytes, no fragment.
 * White space and characters beyond ASCII are percent-encoded as browsers do. Returns `/` for anything else.
 */
export function safeReturnPath(value: string | null | undefined): string {
  if (!value?.startsWith('/') || forbidden.test(value)) return fallback
  const path = value.replace(/[^!-~]+/g, encodeURIComponent)
  if (path.length > maxBytes) return fallback
  return staysHere(path.split('?', 1)[0] ?? fallback) ? path : fallback
}

/**
 * The same, and in addition to paths of this site accepts addresses of exactly these origins: `https://app.example.com/inbox`. What
 * follows the origin must again be a safe path, so that no port, user name or longer host name can extend the origin.
 */
export function safeReturnTarget(value: string | null | undefined, origins: readonly string[]): string {
  const origin = origins.find((each) => value === each || value?.startsWith(`${each}/`))
  return origin === undefined ? safeReturnPath(value) : origin + safeReturnPath(value?.slice(origin.length))
}

/** Whether the path leads to this site as it is, and also after proxies have decoded it any number of times. */
function staysHere(path: string): boolean {
  let current = path
  while (resolvesHere(current)) {
    const folded = current.normalize('NFKC')
    if (folded !== current && !resolvesHere(folded)) return false
    const decoded = decodePercent(current)
    if (decoded === current) return true
    current = decoded
  }
  return false
}

function resolvesHere(path: string): boolean {
  const url = URL.parse(path, anywhere)
  // `/x/..//evil` is only harmless until its normalized form, `//evil`, is resolved once more.
  return url !== null && url.origin === anywhere && !url.pathname.startsWith('//')
}

function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    const bytes = run
      .slice(1)
      .split('%')
      .map((hex) => Number.parseInt(hex, 16))
    return new TextDecoder().decode(Uint8Array.from(bytes))
  })
}
