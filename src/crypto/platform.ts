// The cryptography of this runtime: synchronous on Node, WebCrypto elsewhere.
import { nodeModules } from './node-fast-paths.ts'
import { createNodePlatform } from './node-platform.ts'
import { createPortablePlatform, type Platform } from './portable-platform.ts'

export { createPortablePlatform, type Platform }

/** The platform of this runtime. */
export const platform: Platform = nodeModules ? createNodePlatform(nodeModules) : createPortablePlatform()

/** Random text with this many bytes of entropy, as base64url. */
export function randomText(bytes: number, random: Platform['randomBytes'] = platform.randomBytes): string {
  return platform.encodeBase64url(random(bytes))
}
