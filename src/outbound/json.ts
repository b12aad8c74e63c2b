// Reads JSON from providers, and refuses repeated names, of which JSON.parse silently takes the last.
// RFC 8725 §2.4, RFC 8259 §4; docs/security-cases.md C2 and D18.
import { JsonError, parseExactJson, parseJson } from '../web/exact-json.ts'
import { isObject } from '../web/is-object.ts'

/** Deeper than any JSON that a provider sends. */
const maxDepth = 64

/** A JSON object, read twice: with numbers for comparison, and with exact integers for passing on. */
export interface ReadObject {
  /** Numbers are numbers: for values that are checked, such as times. */
  readonly checked: Record<string, unknown>
  /** Integers that a number cannot hold are the text of their digits: for values that identify a person. */
  readonly exact: Record<string, unknown>
}

/** Parses a JSON object without repeated names. @throws JsonError, which does not quote the text. */
export function parseJsonObject(text: string): Record<string, unknown> {
  const value = parseJson(text)
  if (!isObject(value)) throw new JsonError('The JSON is not an object.')
  // The simple scan below works only on valid JSON.
  if (repeatsName(text)) throw new JsonError('A name is repeated in the JSON, or it is nested too deeply.')
  return value
}

/** The same, and the object with exact integers. */
export function readJsonObject(text: string): ReadObject {
  const checked = parseJsonObject(text)
  const exact = parseExactJson(text)
  return { checked, exact: isObject(exact) ? exact : checked }
}

function repeatsName(json: string): boolean {
  /** The names so far of each open object; null for an open list. */
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

/** The position of the quote that ends the string at `start`. */
function endOfString(json: string, start: number): number {
  let end = json.indexOf('"', start + 1)
  while (isEscaped(json, end)) end = json.indexOf('"', end + 1)
  return end
}

/** Whether the quote follows an odd number of backslashes. */
function isEscaped(json: string, at: number): boolean {
  let before = at
  while (json[before - 1] === '\\') before--
  return (at - before) % 2 === 1
}

/** Whether a colon follows the string, which makes it a name. */
function isName(json: string, end: number): boolean {
  let at = end + 1
  while (' \t\n\r'.includes(json[at] ?? '.')) at++
  return json[at] === ':'
}
