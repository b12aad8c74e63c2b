// The target of a request as the browser sent it, and whether Latchkey answers it. No URL is parsed for this check.
import type { MountedAuth } from '../latchkey.ts'

/** Whether `auth.handle` answers the target: at the base path or below it, or the metadata of the authorization server. */
export function isForAuth(
  { basePath, metadataPath = null }: Pick<MountedAuth, 'basePath' | 'metadataPath'>,
  target: string | undefined,
): boolean {
  return isBelow(basePath, target) || (metadataPath !== null && isBelow(metadataPath, target))
}

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

/**
 * The path of an absolute URL or of a target, decoded as routers do when they look up a page: `/%70rofile` is `/profile`. Null if
 * it does not decode to text, such as `/%ff`.
 */
export function decodedPath(url: string): string | null {
  try {
    // Concatenated, not resolved against a base: `//profile` would be parsed as a host.
    return decodeURIComponent(new URL(url.startsWith('/') ? `http://localhost${url}` : url).pathname)
  } catch {
    return null
  }
}
