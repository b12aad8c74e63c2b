// JSON as providers send it, read without the two things that JSON.parse hides: a repeated name, of which it silently
// takes the last (RFC 8725 §2.4, CASES C2 and D18), and an integer beyond 2^53, which it silently rounds (CASES F1).
// RFC 8259 §4 and §6.

/** Deeper than anything a provider sends. */
const maxDepth = 64

/** A JSON object without repeated names. Throws a SyntaxError that quotes nothing. */
export function parseJsonObject(text: string): Record<string, unknown> {
  const value = parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SyntaxError('The JSON is not an object.')
  }
  // Only a text that is known to be JSON can be scanned by the simple rules below.
  if (repeatsName(text)) throw new SyntaxError('A name is repeated in the JSON, or it is nested too deeply.')
  return value as Record<string, unknown>
}

/** Any JSON value; an integer that a number cannot hold exactly becomes the string of its digits. */
export function parseExactJson(text: string): unknown {
  // Where the runtime does not show the source of a number (`context` is new), the number stays as it is.
  return parse(text, (_name, value: unknown, context?: { readonly source?: string }) => {
    if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
    const source = context?.source
    return source !== undefined && /^-?\d+$/.test(source) ? source : value
  })
}

function parse(text: string, reviver?: (name: string, value: unknown, context?: object) => unknown): unknown {
  try {
    return JSON.parse(text, reviver)
  } catch {
    throw new SyntaxError('The text is not JSON.')
  }
}

function repeatsName(json: string): boolean {
  /** The names so far of each object that is open; null for a list. */
  const open: (Set<string> | null)[] = []
  for (let at = 0; at < json.length; at++) {
    const sign = json[at]
    if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : null)
      if (open.length > maxDepth) return true
    } else if (sign === '}' || sign === ']') {
      open.pop()
    } else if (sign === '"') {
      const end = endOfString(json, at)
      if (isName(json, end)) {
        const text = json.slice(at + 1, end)
        const name = text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text
        const names = open.at(-1)
        if (names?.has(name)) return true
        names?.add(name)
      }
      at = end
    }
  }
  return false
}

/** Where the quote stands that ends the string which begins at `start`. */
function endOfString(json: string, start: number): number {
  let end = json.indexOf('"', start + 1)
  while (isEscaped(json, end)) end = json.indexOf('"', end + 1)
  return end
}

/** Behind an odd number of backslashes. */
function isEscaped(json: string, at: number): boolean {
  let before = at
  while (json[before - 1] === '\\') before--
  return (at - before) % 2 === 1
}

/** Whether a colon follows the string. */
function isName(json: string, end: number): boolean {
  let at = end + 1
  while (' \t\n\r'.includes(json[at] ?? '.')) at++
  return json[at] === ':'
}
