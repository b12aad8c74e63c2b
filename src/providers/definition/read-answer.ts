// Small readers for providers' answers, which entries use to find fields. `readIdentity` checks the values afterwards; these
// functions trust nothing.
import type { Claims } from '../../contracts/provider.ts'

/** Returns true for the boolean and for the string "true", since some providers send strings. Never for 1, "1" or "yes". */
export function readTextFlag(value: unknown): boolean {
  return value === true || value === 'true'
}

/** Returns the object at `path` (`'data'`, `'response.user'`, `'data.0'`), or an empty one. */
export function objectAt(value: unknown, path = ''): Claims {
  const found = valueAt(value, path)
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Claims) : {}
}

/** Returns the list at `path`, or an empty one. */
export function listAt(value: unknown, path = ''): readonly unknown[] {
  const found = valueAt(value, path)
  return Array.isArray(found) ? found : []
}

/**
 * Returns the value at `path`, whose segments are own properties of objects or indexes of lists. A field whose name itself
 * contains the dots takes precedence. Returns `undefined` if there is none.
 */
export function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, path))
    return (value as Claims)[path]
  return path.split('.').reduce<unknown>((at, name) => {
    const isThere = typeof at === 'object' && at !== null && Object.hasOwn(at, name)
    return isThere ? (at as Claims)[name] : undefined
  }, value)
}

/**
 * Returns the object inside an answer that wraps it: `{ data: { … } }`. Throws a TypeError if it is missing, so that an answer
 * without a person is refused.
 */
export function unwrapped(value: unknown, path: string): Claims {
  const found = valueAt(value, path)
  if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found as Claims
  throw new TypeError(`There is no object at ${path}.`)
}
