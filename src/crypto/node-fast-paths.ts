// Node's own modules, for fast paths that replace portable implementations: synchronous cryptography and a keep-alive HTTP client.
// They are obtained at run time, not imported, so that bundlers and other runtimes can load this file. Code for all runtimes reaches
// `node:` only through it.
import type * as NodeCrypto from 'node:crypto'
import type { IncomingMessage, Agent as NodeHttpAgent } from 'node:http'
import type { LookupFunction } from 'node:net'
import { isOnWorkers } from '../contracts/on-workers.ts'

export type { IncomingMessage, LookupFunction, NodeCrypto, NodeHttpAgent }

/** The built-in modules that have a fast path. */
export interface NodeModules {
  readonly crypto: typeof NodeCrypto
  readonly dns: typeof import('node:dns')
  readonly http: typeof import('node:http')
  readonly https: typeof import('node:https')
  readonly net: typeof import('node:net')
  readonly zlib: typeof import('node:zlib')
}

// Bun, Deno and Workers have Node's globals too, but there WebCrypto and `fetch` are native and are used instead.
function findNode(): NodeJS.Process | null {
  const { process } = globalThis as Partial<Pick<typeof globalThis, 'process'>>
  if (process?.release?.name !== 'node' || process.getBuiltinModule === undefined) return null
  if (process.versions.bun !== undefined || process.versions.deno !== undefined) return null
  return isOnWorkers() ? null : process
}

const node = findNode()

/** Node's modules, or null on any other runtime. Each is loaded on first use. */
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

/** The version of this process's Node, such as `24.5.0`; null on any other runtime. */
export const nodeVersion: string | null = node?.versions.node ?? null

/** The environment variables of this process; empty on other runtimes. Read at each call, since `.env` files are loaded late. */
export function processVariables(): Readonly<Record<string, string | undefined>> {
  return node?.env ?? {}
}
