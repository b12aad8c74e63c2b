// What was asked for, as the browser wrote it, and whether it is ours to answer. No URL is parsed for it.
import type { MountedAuth } from '../latchkey.ts'

/** Whether `auth.handle` answers it: at the base path or below it, or the metadata of the authorization server. */
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
 * The path of an absolute URL, or of a target, decoded as routers do it when they look for a page: `/%70rofile` is `/profile`. Null for
 * what is no text, such as `/%ff`.
 */
export function decodedPath(url: string): string | null {
  try {
    // Not as a base: `//profile` would be a host.
    return decodeURIComponent(new URL(url.startsWith('/') ? `http://localhost${url}` : url).pathname)
  } catch {
    return null
  }
}
