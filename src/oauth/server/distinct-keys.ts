// The keys of a JWK Set, each once. Some servers list the very same key twice, or leave an empty place in the list; a choice
// among copies is no choice, and what is no key fits no token. RFC 7517 §4 and §5.
import type { JWK } from 'oauth4webapi'

/** Members that make the public half of a key (RFC 7518 §6, RFC 8037 §2). */
const materialMembers = ['kty', 'crv', 'n', 'e', 'x', 'y', 'pub'] as const

/** Objects only, without members that are null; equal keys once. */
export function distinctKeys(list: readonly unknown[]): JWK[] {
  const distinct = new Map<string, JWK>()
  for (const key of list.filter(isObject).map(withoutNull)) {
    const name = JSON.stringify([materialOf(key), key.kid, key.alg, key.use, key.key_ops])
    if (!distinct.has(name)) distinct.set(name, key)
  }
  return mergeVague([...distinct.values()])
}

/** Of copies that differ in nothing but an `alg` or `use` that one of them leaves out, the one that says more stays. */
function mergeVague(keys: readonly JWK[]): JWK[] {
  return keys.filter((key, index) => keys.every((other, at) => at === index || !isVaguer(key, other)))
}

function isVaguer(key: JWK, other: JWK): boolean {
  if (materialOf(key) !== materialOf(other) || key.kid !== other.kid) return false
  const members = ['alg', 'use'] as const
  const saysLess = members.some((member) => key[member] === undefined && other[member] !== undefined)
  const saysMore = members.some((member) => key[member] !== undefined && key[member] !== other[member])
  // A copy for encryption does not stand in for one that may verify.
  return saysLess && !saysMore && other.use !== 'enc'
}

/** Two names for one key are one key to a token that names none. */
export function withoutCopies(keys: readonly JWK[]): JWK[] {
  const seen = new Set<string>()
  return keys.filter((key) => {
    const name = JSON.stringify([materialOf(key), key.alg, key.use])
    if (seen.has(name)) return false
    seen.add(name)
    return true
  })
}

function materialOf(key: JWK): string {
  return JSON.stringify(materialMembers.map((member) => key[member]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function withoutNull(key: Record<string, unknown>): JWK {
  return Object.fromEntries(Object.entries(key).filter(([, value]) => value !== null)) as JWK
}
