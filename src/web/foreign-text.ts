// Text from outside as one short line for logs and pages: without control characters and direction overrides, and of limited length.
// The page escapes its markup.
import { hideSecrets } from './hide-secrets.ts'

/** Control characters, line separators, invisible characters that change the reading direction, and halves of surrogate pairs. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]+/gu

/** Hides secrets before the text is cut: the rest of a token after the cut would not be recognized. */
export function foreignText(
  text: string,
  most = 300,
  known: readonly (string | null | undefined)[] = [],
): string {
  return bounded(hideSecrets(visible(text.slice(0, most * 8)), known), most)
}

/**
 * An unexpected value, for an error message: `"https://other.example"`, `["a","b"]`, `nothing`. Only for values that are not
 * secret: an issuer, an audience, an algorithm, a time. Client ids look like secrets, so nothing is hidden here.
 */
export function foundValue(value: unknown, most = 200): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string') return `"${bounded(visible(value.slice(0, most * 2)), most)}"`
  return bounded(visible(JSON.stringify(value)?.slice(0, most * 2) ?? typeof value), most)
}

function visible(text: string): string {
  return text.replace(invisible, ' ').replace(/ {2,}/g, ' ').trim()
}

function bounded(line: string, most: number): string {
  return line.length > most ? `${line.slice(0, most)}…` : line
}
