// The parameters of a callback in addition to those of RFC 6749 §4.1.2, for provider-specific use: a name that is sent only once, a
// device id. They are unsigned and come from the browser, so their number and size are limited first.

/** The parameters that the protocol itself reads. */
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

/** The other parameters. Repeated ones, and those beyond the limits, are left out. */
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
