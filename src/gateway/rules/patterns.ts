// What a rule applies to: a path, exactly or with everything below it, and a host, exactly or with everything below it. There are no
// regular expressions, because an unanchored one matches more than it seems to.

/** `/admin` (with or without a slash at the end), or `/admin/*`: `/admin` and everything below it. */
export interface PathPattern {
  readonly path: string
  readonly folded: string
  readonly isTree: boolean
}

/** `wiki.example.com`, or `*.example.com`: every name below `example.com`, but not itself. Null: every host. */
export type HostPattern = { readonly name: string; readonly isTree: boolean } | null

export function pathMatches(
  { path, folded, isTree }: PathPattern,
  asked: string,
  isFolded: boolean,
): boolean {
  const wanted = isFolded ? folded : path
  if (!asked.startsWith(wanted)) return false
  const rest = asked.length - wanted.length
  if (rest === 0 || (rest === 1 && asked.endsWith('/'))) return true
  // Only at the end of a segment: `/admin/*` does not match `/administrators`.
  return isTree && asked[wanted.length] === '/'
}

export function hostMatches(pattern: HostPattern, host: string): boolean {
  if (pattern === null) return true
  return pattern.isTree ? host.endsWith(`.${pattern.name}`) : host === pattern.name
}

/** Whether `outer` matches everything that `inner` matches: a later rule with `inner` would never apply. */
export function pathCovers(outer: PathPattern, inner: PathPattern): boolean {
  if (!outer.isTree) return !inner.isTree && outer.path === inner.path
  return pathMatches(outer, inner.path, false)
}

export function hostCovers(outer: HostPattern, inner: HostPattern): boolean {
  if (outer === null) return true
  if (inner === null) return false
  if (!outer.isTree) return !inner.isTree && outer.name === inner.name
  return inner.name.endsWith(`.${outer.name}`) || (inner.isTree && inner.name === outer.name)
}
