// Finds the name that was meant by a misspelt one.

/** Returns the name that differs from `text` by one typing error, in a long text by two; undefined if there is none. */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  const written = text.toLowerCase()
  const most = written.length > 6 ? 2 : written.length > 2 ? 1 : 0
  let best: { readonly name: string; readonly errors: number } | undefined
  for (const name of names) {
    if (Math.abs(name.length - written.length) > most) continue
    const errors = distance(written, name.toLowerCase(), most)
    if (errors <= most && errors < (best?.errors ?? most + 1)) best = { name, errors }
  }
  return best?.name
}

/** Returns how many characters must be added, removed, replaced or swapped with their neighbour; at most `most` + 1. */
export function distance(one: string, other: string, most: number): number {
  let before: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row - 1] === other[at - 1]
      const steps = [(above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1, (above[at - 1] ?? 0) + (isSame ? 0 : 1)]
      const isSwap = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
      if (isSwap) steps.push((before[at - 2] ?? 0) + 1)
      line.push(Math.min(...steps))
    }
    if (Math.min(...line) > most) return most + 1
    before = above
    above = line
  }
  return above[other.length] ?? most + 1
}
