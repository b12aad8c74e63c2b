// The values of a test run that must never be in a log: codes, tokens, verifiers, cookies, client secrets.
// Case L1 searches everything that the application printed for them.

const remembered = new Map<string, string>()

/** Remembers a value that must never be printed. Ignores short values, which could match by chance. */
export function rememberSecret(kind: string, value: string): void {
  if (value.length >= 12) remembered.set(value, kind)
}

/** Returns the kinds of secrets in the text, each with its first characters. Empty if nothing leaked. */
export function findLeaks(text: string): readonly string[] {
  const leaks: string[] = []
  for (const [value, kind] of remembered) {
    if (text.includes(value) || text.includes(encodeURIComponent(value)))
      leaks.push(`${kind} ${value.slice(0, 8)}…`)
  }
  return leaks
}

/** Returns the number of remembered values. */
export function countSecrets(): number {
  return remembered.size
}
