// `NATIVE_CLIENTS`: the first-party clients, on one line. `phone:com.example.app:/signed-in` is an id and one redirect URI;
// `cli:http://127.0.0.1/signed-in|device` can use a redirect or the device flow.
import type { ClientOptions } from '../contracts/client.ts'
import type { VariableReader } from './variables.ts'

/** Keywords of an entry, as opposed to redirect URIs. */
const words: Readonly<Record<string, Partial<ClientOptions>>> = {
  device: { device: true },
  dpop: { requireDpop: true },
}

/** Returns undefined if the variable is not set. Redirect URIs are checked with the option. */
export function nativeClientsFrom(read: VariableReader): readonly ClientOptions[] | undefined {
  const entries = read.text('NATIVE_CLIENTS')
  const names = namesFrom(read)
  if (entries === undefined) {
    if (names.size > 0)
      read.refuse('NATIVE_CLIENT_NAMES', 'needs NATIVE_CLIENTS, which says what clients there are')
    return undefined
  }
  const clients = partsOf(entries, ',').flatMap((entry) => {
    const colon = entry.indexOf(':')
    const id = entry.slice(0, Math.max(colon, 0)).trim()
    const rest = partsOf(entry.slice(colon + 1), '|')
    if (id === '' || rest.length === 0) {
      read.refuse('NATIVE_CLIENTS', 'must be id:redirect|redirect,id:device, separated by commas')
      return []
    }
    const flags = rest.filter((part) => Object.hasOwn(words, part))
    return [
      {
        id,
        name: names.get(id),
        redirectUris: rest.filter((part) => !Object.hasOwn(words, part)),
        ...Object.assign({}, ...flags.map((flag) => words[flag])),
      } satisfies ClientOptions,
    ]
  })
  const unknown = [...names.keys()].find((id) => !clients.some((client) => client.id === id))
  if (unknown !== undefined)
    read.refuse('NATIVE_CLIENT_NAMES', `names "${unknown}", which NATIVE_CLIENTS does not`)
  return clients
}

/** `NATIVE_CLIENT_NAMES=cli:Acme on the command line,phone:Acme`. */
function namesFrom(read: VariableReader): ReadonlyMap<string, string> {
  const pairs = partsOf(read.text('NATIVE_CLIENT_NAMES') ?? '', ',').map((entry) => {
    const colon = entry.indexOf(':')
    return [entry.slice(0, Math.max(colon, 0)).trim(), entry.slice(colon + 1).trim()] as const
  })
  if (pairs.some(([id, name]) => id === '' || name === '')) {
    read.refuse('NATIVE_CLIENT_NAMES', 'must be id:name,id:name')
  }
  return new Map(pairs)
}

function partsOf(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean)
}
