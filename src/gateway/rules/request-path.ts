// Which path a request names: the only place where paths are normalized. A gateway and the application behind it must not read an
// address differently, so an address that could be read in two ways is refused, or must satisfy every rule.

/** What a request target names. */
export type PathReading =
  /** It can be read in one way only. `path` is decoded; `folded` is the same in lower case, for servers that ignore case. */
  | { readonly kind: 'plain'; readonly path: string; readonly folded: string }
  /** Legitimate, but servers read it differently: encoded or doubled slashes, path parameters, double encoding. */
  | { readonly kind: 'ambiguous'; readonly reason: string }
  /** Never sent by a browser: dot segments, backslashes, control characters, a fragment. */
  | { readonly kind: 'refused'; readonly reason: string }

/** Letters, digits and marks that every server reads the same way, with dots only in the middle of a segment. */
const usual = /^(?:\/[\w~!$&'()*+,=:@-]+(?:\.[\w~!$&'()*+,=:@-]+)*)*\/?$/

/** Visible ASCII without the backslash and the number sign. */
const sendable = /^\/[!"$-[\]-~]*$/

/** `target` is path and query as the browser sent them; the query is ignored. */
export function readPath(target: string): PathReading {
  // RFC 3986 §3.5: browsers do not send fragments. Some servers end the path there, others do not (CVE-2026-41059).
  if (target.includes('#')) return refused('it has a fragment')
  const queryAt = target.indexOf('?')
  const path = queryAt === -1 ? target : target.slice(0, queryAt)
  if (path !== '' && usual.test(path)) return plain(path)
  if (!path.startsWith('/')) return refused('it is not a path')
  if (!sendable.test(path)) return refused('it has a backslash, or characters that must be encoded')
  if (/%(?![0-9a-f]{2})/i.test(path)) return refused('it has a percent sign that encodes nothing')
  if (/%(?:[01][0-9a-f]|7f|5c)/i.test(path))
    return refused('it has an encoded backslash or control character')
  const decoded = decode(path)
  if (decoded === null) return ambiguous('it is not UTF-8')
  if (hasDotSegment(decoded)) return refused('it has a dot segment')
  const doubt = doubtOf(path, decoded)
  return doubt === null ? plain(decoded) : ambiguous(doubt)
}

function plain(path: string): PathReading {
  return { kind: 'plain', path, folded: foldCase(path) }
}

/** Lower case. Two Turkish letters also become an `i`, as on servers that compare in upper case, or without marks. */
export function foldCase(text: string): string {
  return text.toLowerCase().replace(/\u0131|i\u0307/g, 'i')
}

function refused(reason: string): PathReading {
  return { kind: 'refused', reason }
}

function ambiguous(reason: string): PathReading {
  return { kind: 'ambiguous', reason }
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** RFC 3986 §3.3. Also after another decoding, and with path parameters after the dots (`..;x`), which some servers drop. */
function hasDotSegment(decoded: string): boolean {
  const again = decoded.replace(/%2e/gi, '.').replace(/%2f/gi, '/')
  return [decoded, again].some((path) => path.split('/').some((segment) => /^\.{1,2}(?:;.*)?$/.test(segment)))
}

function doubtOf(path: string, decoded: string): string | null {
  if (/%2f/i.test(path)) return 'it has an encoded slash'
  if (decoded.includes('//')) return 'it has a doubled slash'
  if (decoded.includes('%')) return 'it is encoded twice'
  // Servers that decode before they split take the part before it for the path (CVE-2026-41059).
  if (/[?#]/.test(decoded)) return 'it has an encoded question mark or number sign'
  if (decoded.includes(';')) return 'it has path parameters'
  // Windows drops dots and spaces at the end of a name.
  if (/[. ](?:\/|$)/.test(decoded)) return 'a segment ends in a dot or a space'
  return decoded.normalize('NFKC') === decoded ? null : 'it has characters that stand for others'
}
