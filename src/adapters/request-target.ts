// What was asked for, as the browser wrote it, and whether it is ours to answer. No URL is parsed for it.

/** Whether the path, without its query, is `basePath` or below it. */
export function isBelow(basePath: string, target: string | undefined): boolean {
  if (!target?.startsWith(basePath)) return false
  const next = target[basePath.length]
  return next === undefined || next === '/' || next === '?'
}

/** Path and query of an absolute URL. */
export function targetOf(url: string): string {
  const pathAt = url.indexOf('/', url.indexOf('://') + 3)
  return pathAt === -1 ? '/' : url.slice(pathAt)
}
