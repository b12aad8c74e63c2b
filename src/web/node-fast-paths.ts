// Node's own modules behind portable twins: synchronous cryptography (WebCrypto's promise costs 35 µs where this
// costs 22) and the parts of a keep-alive HTTP client. The modules are taken at run time, not imported, so that
// bundlers and other runtimes can load this file. It is the only door to `node:` in web/.
import type * as NodeCrypto from 'node:crypto'
import type { IncomingMessage, Agent as NodeHttpAgent } from 'node:http'
import type { LookupFunction } from 'node:net'
import { derivedBytes, equals, type Platform, type SealKey, splitDerived } from './portable-platform.ts'
import { createRandomPool } from './random-pool.ts'

export type { IncomingMessage, LookupFunction, NodeHttpAgent }

/** The built-in modules that have a fast path. */
export interface NodeModules {
  readonly crypto: typeof NodeCrypto
  readonly dns: typeof import('node:dns')
  readonly http: typeof import('node:http')
  readonly https: typeof import('node:https')
  readonly net: typeof import('node:net')
  readonly zlib: typeof import('node:zlib')
}

// Runtimes that imitate Node are served by the portable twins, which are their native functions.
function findNode(): NodeJS.Process | null {
  const { process, navigator } = globalThis as Partial<Pick<typeof globalThis, 'process' | 'navigator'>>
  if (process?.release?.name !== 'node' || process.getBuiltinModule === undefined) return null
  if (process.versions.bun !== undefined || process.versions.deno !== undefined) return null
  return navigator?.userAgent === 'Cloudflare-Workers' ? null : process
}

const node = findNode()

/** Node's modules, or null on any other runtime. Each is loaded when it is first asked for. */
export const nodeModules: NodeModules | null = node && {
  get crypto() {
    return node.getBuiltinModule('node:crypto')
  },
  get dns() {
    return node.getBuiltinModule('node:dns')
  },
  get http() {
    return node.getBuiltinModule('node:http')
  },
  get https() {
    return node.getBuiltinModule('node:https')
  },
  get net() {
    return node.getBuiltinModule('node:net')
  },
  get zlib() {
    return node.getBuiltinModule('node:zlib')
  },
}

/** Whether the environment names an HTTP proxy, which the runtime's own `fetch` knows how to use and we do not. */
export function hasProxyEnvironment(): boolean {
  const names = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy']
  return node !== null && names.some((name) => Boolean(node.env[name]))
}

const tagBytes = 16
const cipherOptions = { authTagLength: tagBytes }

function createNodeSealKey(crypto: typeof NodeCrypto, derived: Uint8Array): SealKey {
  const { key: raw, id } = splitDerived(derived)
  const key = crypto.createSecretKey(raw)
  return {
    id,
    encrypt(iv, text, additionalData) {
      const cipher = crypto.createCipheriv('aes-256-gcm', key, iv, cipherOptions).setAAD(additionalData)
      return Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    decrypt(iv, sealed, additionalData) {
      const tagAt = sealed.length - tagBytes
      const decipher = crypto.createDecipheriv('aes-256-gcm', key, iv, cipherOptions).setAAD(additionalData)
      decipher.setAuthTag(sealed.subarray(tagAt))
      try {
        // Decoded at the end: `update` to text makes a decoder for each token, a third of the cost.
        const text = decipher.update(sealed.subarray(0, tagAt))
        decipher.final()
        return text.toString()
      } catch {
        return null
      }
    },
  }
}

/** The implementation on synchronous `node:crypto`. */
export function createNodePlatform({ crypto }: Pick<NodeModules, 'crypto'>): Platform {
  return {
    randomBytes: createRandomPool((bytes) => crypto.randomFillSync(bytes)),
    sha256: (text) => crypto.hash('sha256', text, 'base64url'),
    hmacSha256: (key, text) => crypto.createHmac('sha256', key).update(text).digest('base64url'),
    equals,
    encodeBase64url: (bytes) =>
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url'),
    decodeBase64url(text) {
      const bytes = Buffer.from(text, 'base64url')
      // `Buffer` skips what it cannot read; one value must have one spelling.
      return bytes.toString('base64url') === text ? bytes : null
    },
    deriveSealKey: (secret, info) =>
      createNodeSealKey(crypto, new Uint8Array(crypto.hkdfSync('sha256', secret, '', info, derivedBytes))),
  }
}
