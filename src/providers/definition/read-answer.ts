// Small readers of what providers answer, for the mappings of entries. What they find is checked by `readIdentity` after
// them; here nothing is believed, it is only looked for.
import type { Claims } from '../../contracts/provider.ts'

/** True for the boolean and for the text "true": some providers write flags as text. Never for 1, "1" or "yes". */
export function readTextFlag(value: unknown): boolean {
  return value === true || value === 'true'
}

/** The object at `path` (`'data'`, `'response.user'`, `'data.0'`); an empty one where there is none. */
export function objectAt(value: unknown, path = ''): Claims {
  const found = valueAt(value, path)
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Claims) : {}
}

/** The list at `path`; an empty one where there is none. */
export function listAt(value: unknown, path = ''): readonly unknown[] {
  const found = valueAt(value, path)
  return Array.isArray(found) ? found : []
}

/**
 * The value at `path`, whose segments are own names of objects or places in lists; a field whose own name has the dots comes
 * first. Undefined where there is none.
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
 * The object inside of an answer that wraps it: `{ data: { … } }`. Throws a TypeError where it is missing, so that an answer
 * without a person is refused.
 */
export function unwrapped(value: unknown, path: string): Claims {
  const found = valueAt(value, path)
  if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found as Claims
  throw new TypeError(`There is no object at ${path}.`)
}
