// Text that others chose, as one short line for logs and pages: without controls and direction overrides, and bounded. Markup
// is for the page to escape.
import { hideSecrets } from './hide-secrets.ts'

/** Controls, line separators, invisible marks that turn the reading direction, halves of characters. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]+/gu

/** Secrets are hidden before the text is cut: what is left of a token at the cut would not look like one. */
export function foreignText(
  text: string,
  most = 300,
  known: readonly (string | null | undefined)[] = [],
): string {
  return bounded(hideSecrets(visible(text.slice(0, most * 8)), known), most)
}

/**
 * A value that was found where another was expected: `"https://other.example"`, `["a","b"]`, `nothing`. For what is no
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
