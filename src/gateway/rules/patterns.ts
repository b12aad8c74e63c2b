// What a rule is for: a path, exactly or with all below it, and a host, exactly or with all below it. There are no regular
// expressions: an unanchored one opens more than it shows.

/** `/admin` (with or without a slash at its end), or `/admin/*`: `/admin` and everything below it. */
export interface PathPattern {
  readonly path: string
  readonly folded: string
  readonly isTree: boolean
}

/** `wiki.example.com`, or `*.example.com`: every name below `example.com`, not itself. Null: every host. */
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
  // At the border of a segment: `/admin/*` says nothing about `/administrators`.
  return isTree && asked[wanted.length] === '/'
}

export function hostMatches(pattern: HostPattern, host: string): boolean {
  if (pattern === null) return true
  return pattern.isTree ? host.endsWith(`.${pattern.name}`) : host === pattern.name
}

/** Whether whatever fits `inner` fits `outer` too: a later rule of that kind would never be asked. */
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
