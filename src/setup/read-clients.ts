// The option `clients`, checked at start, so that an invalid redirect URI is found here and not at the first sign-in.
import type { ClientOptions, FirstPartyClient } from '../contracts/client.ts'
import type { StartProblems } from '../environment/start-problems.ts'
import { shownValue } from '../environment/variables.ts'
import { LatchkeyError } from '../errors.ts'
import { isUnownedScheme, redirectFault } from '../oauth/clients/redirect-uri.ts'

const ID = /^[A-Za-z0-9._-]{1,64}$/
const MOST_NAME_CHARACTERS = 100

/** Leaves out invalid clients and adds their faults to `problems`. */
export function readClients(
  clients: readonly ClientOptions[],
  problems: StartProblems,
): readonly FirstPartyClient[] {
  const ids = new Set<string>()
  return Object.freeze(
    clients.flatMap((options) => {
      const client = problems.attempt(() => readClient(options), null)
      if (!client) return []
      if (ids.has(client.id)) problems.add(invalid(`two clients have the id "${client.id}"`))
      ids.add(client.id)
      return [client]
    }),
  )
}

/** Returns sentences for the log about valid options that are probably not intended. */
export function clientNotices(clients: readonly ClientOptions[], bearer: boolean): readonly string[] {
  const unowned = clients.flatMap(({ id, redirectUris = [] }) =>
    redirectUris.filter(isUnownedScheme).map((uri) => ({ id, uri })),
  )
  return [
    ...(clients.length > 0 && !bearer
      ? ['clients get tokens that this application does not admit: set bearer: true (BEARER=1).']
      : []),
    ...(bearer && clients.length === 0
      ? ['bearer is on, and no client can get a token: name one in clients (NATIVE_CLIENTS).']
      : []),
    ...unowned.map(
      ({ id, uri }) =>
        `The client "${id}" has the redirect URI ${shownValue(uri)}: any program can claim that scheme. Use a domain of yours, reversed: com.example.app:/signed-in (RFC 8252 §7.1).`,
    ),
  ]
}

/** Throws `config_option_invalid`. */
function readClient({ id, name, redirectUris = [], device = false, requireDpop = false }: ClientOptions) {
  if (typeof id !== 'string' || !ID.test(id)) {
    throw invalid(
      `the id ${shownValue(String(id))} must be 1 to 64 letters, digits, dots, dashes or underscores`,
    )
  }
  if (name !== undefined && (name.trim() === '' || name.length > MOST_NAME_CHARACTERS)) {
    throw invalid(`the name of "${id}" must have 1 to ${MOST_NAME_CHARACTERS} characters`)
  }
  if (redirectUris.length === 0 && !device) {
    throw invalid(`"${id}" needs redirectUris or device: true, else it can never sign anybody in`)
  }
  for (const uri of redirectUris) {
    const fault = redirectFault(uri)
    if (fault !== null) throw invalid(`the redirect URI ${shownValue(uri)} of "${id}" ${fault}`)
  }
  return Object.freeze({
    id,
    name: name ?? id,
    redirectUris: Object.freeze([...new Set(redirectUris)]),
    device,
    requireDpop,
  })
}

function invalid(what: string): LatchkeyError {
  return new LatchkeyError('config_option_invalid', { detail: `clients: ${what}.` })
}
