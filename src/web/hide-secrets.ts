// Text of others, made fit for a log line and for the developer's page: secrets are hidden by their value where they are
// known, by the name in front of them, and by their shape. Words, codes and names of errors stay readable.
// RFC 6749 Appendix A.8 (error_description is free text), RFC 7515 §3.1 (the shape of a JWT).

const HIDDEN = '[hidden]'

/** What stands in front of a secret: `code=…`, `"access_token":"…"`, `Bearer …`. */
const named =
  /((?:code|token|secret|password|assertion|state|nonce|verifier|cookie|hint|sid)["']?\s*(?:=|["']\s*:)\s*["']?)[^\s&"',;)]+/gi
const authorization = /\b(Bearer|Basic|DPoP)\s+[A-Za-z0-9_\-+/=.~%:]{8,}/gi

/** An address as far as its query. */
const address = /(https?:\/\/[^\s/?#"'<>]+)([^\s?#"'<>]*)[^\s"'<>]*/gi

/** Characters that tokens are made of, in a run that is long enough to be one. */
const run = /[A-Za-z0-9_\-+/=.~%]{16,}/g

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** Shorter texts occur in ordinary words; as a secret they would hide nothing and destroy the message. */
const SHORTEST_KNOWN = 6

/** Hides what is secret. `known`: secrets that the text may quote, such as the code that was just sent. */
export function hideSecrets(text: string, known: readonly (string | null | undefined)[] = []): string {
  return known
    .filter((secret) => typeof secret === 'string' && secret.length >= SHORTEST_KNOWN)
    .reduce<string>((rest, secret) => rest.replaceAll(String(secret), HIDDEN), text)
    .replace(address, (_, origin: string, path: string) => `${origin}${path.replace(run, hideIfRandom)}`)
    .replace(authorization, `$1 ${HIDDEN}`)
    .replace(named, `$1${HIDDEN}`)
    .replace(uuid, HIDDEN)
    .replace(run, hideIfRandom)
}

function hideIfRandom(text: string): string {
  return isRandom(text) ? HIDDEN : text
}

/** Whether a run looks drawn by a machine rather than written by a person. */
function isRandom(text: string): boolean {
  if (/^eyJ[\w-]+\./.test(text)) return true
  const odd = text.split(/[_\-+/=.~%]+/).filter(isOdd)
  return odd.join('').length >= 10
}

/** A piece between separators that is no word, number, `RS256` or `AADSTS50105`. */
function isOdd(piece: string): boolean {
  const changes = piece.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0
  if (changes >= 2) return true
  if (changes === 1) return piece.length >= 20
  if (/^\d*$/.test(piece)) return piece.length > 15
  const humps = piece.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []
  // `OperationProcessingError` has three humps of eight letters, a random text one at every other letter.
  return humps.some((hump) => hump.length > 24) || (piece.length >= 12 && humps.length > piece.length / 3)
}
