// What a callback brings beside the answer of RFC 6749 §4.1.2, for a provider's own use: a name that comes once, a device
// id. Not signed, and from the browser: bounded before anything is made of it.

/** Read by the protocol itself. */
const answered: ReadonlySet<string> = new Set([
  'code',
  'state',
  'iss',
  'error',
  'error_description',
  'error_uri',
])

const mostFields = 32
const mostCharacters = 8192

/** The other parameters. Repeated names, and what goes beyond the bounds, are left out. */
export function callbackFields(parameters: URLSearchParams): Readonly<Record<string, string>> {
  const fields: [string, string][] = []
  let room = mostCharacters
  for (const name of new Set(parameters.keys())) {
    const [value = '', ...repeated] = parameters.getAll(name)
    const length = name.length + value.length
    if (answered.has(name) || repeated.length > 0 || length > room) continue
    if (fields.length === mostFields) break
    fields.push([name, value])
    room -= length
  }
  return Object.freeze(Object.fromEntries(fields))
}
