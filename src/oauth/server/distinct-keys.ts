// Removes duplicates from a JWK Set. Some servers list the same key twice, or have an empty entry: a choice between copies would
// fail as ambiguous, and an entry that is not a key fits no token. RFC 7517 §4 and §5.
import type { JWK } from 'oauth4webapi'
import { isObject } from '../../web/is-object.ts'

/** The members that make up the public half of a key (RFC 7518 §6, RFC 8037 §2). */
const materialMembers = ['kty', 'crv', 'n', 'e', 'x', 'y', 'pub'] as const

/** Keeps only objects, drops members that are null, and keeps equal keys once. */
export function distinctKeys(list: readonly unknown[]): JWK[] {
  const distinct = new Map<string, JWK>()
  for (const key of list.filter(isObject).map(withoutNull)) {
    const name = JSON.stringify([materialOf(key), key.kid, key.alg, key.use, key.key_ops])
    if (!distinct.has(name)) distinct.set(name, key)
  }
  return mergeVague([...distinct.values()])
}

/** Of copies that differ only in an `alg` or `use` that one of them omits, keeps the more specific one. */
function mergeVague(keys: readonly JWK[]): JWK[] {
  return keys.filter((key, index) => keys.every((other, at) => at === index || !isVaguer(key, other)))
}

function isVaguer(key: JWK, other: JWK): boolean {
  if (materialOf(key) !== materialOf(other) || key.kid !== other.kid) return false
  const members = ['alg', 'use'] as const
  const saysLess = members.some((member) => key[member] === undefined && other[member] !== undefined)
  const saysMore = members.some((member) => key[member] !== undefined && key[member] !== other[member])
  // A copy for encryption cannot replace one for signatures.
  return saysLess && !saysMore && other.use !== 'enc'
}

/** Removes keys that differ only in their name, for tokens that name no key. */
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

function withoutNull(key: Record<string, unknown>): JWK {
  return Object.fromEntries(Object.entries(key).filter(([, value]) => value !== null)) as JWK
}
