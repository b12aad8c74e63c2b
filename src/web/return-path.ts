// The one redirect validator (RFC 9700 §4.11): where a person may be sent after a login, a logout or an error.
// Every place that takes such a path from a request comes here.

const fallback = '/'
const maxBytes = 512
// Any origin will do: the question is whether a browser that stands there stays there.
const anywhere = 'https://app.invalid'
// Control characters, which URL parsers drop and servers split headers at; the backslash, a slash to browsers; the
// fragment; halves of characters, which no encoding has.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get in.
const forbidden = /[\u0000-\u001f\u007f-\u009f\\#\p{Surrogate}]/u

/**
 * The path and query as given, when a browser that is sent there stays on this site: at most 512 bytes, no fragment.
 * White space and characters beyond ASCII are percent-encoded as a browser does it. Anything else is `/`.
 */
export function safeReturnPath(value: string | null | undefined): string {
  if (!value?.startsWith('/') || forbidden.test(value)) return fallback
  const path = value.replace(/[^!-~]+/g, encodeURIComponent)
  if (path.length > maxBytes) return fallback
  return staysHere(path.split('?', 1)[0] ?? fallback) ? path : fallback
}

/**
 * The same, and beside paths of this site the addresses of exactly these origins: `https://app.example.com/inbox`. What
 * stands behind the origin must be a safe path again, so that no port, user name or longer host name continues it.
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
  // `/x/..//evil` is harmless only until somebody resolves its normal form, `//evil`, once more.
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
