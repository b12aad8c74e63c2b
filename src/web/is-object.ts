// Whether a value that was read from JSON is an object, with names and values.

/** False for lists and null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
