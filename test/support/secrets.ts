// What a test run produced that must never be in a log: codes, tokens, verifiers, cookies, client secrets.
// Case L1 greps everything that the application printed for them.

const remembered = new Map<string, string>()

/** Notes a value that must never be printed. Short values are left out: they would be found by chance. */
export function rememberSecret(kind: string, value: string): void {
  if (value.length >= 12) remembered.set(value, kind)
}

/** The kinds of secret that occur in the text, each with its first characters. Empty when nothing leaked. */
export function findLeaks(text: string): readonly string[] {
  const leaks: string[] = []
  for (const [value, kind] of remembered) {
    if (text.includes(value) || text.includes(encodeURIComponent(value)))
      leaks.push(`${kind} ${value.slice(0, 8)}…`)
  }
  return leaks
}

/** How many values a leak check looks for. */
export function countSecrets(): number {
  return remembered.size
}
