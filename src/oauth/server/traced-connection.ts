// A connection that reports its exchanges to one login's trace: for the inspector of development. Without a trace this wrapper is not
// created.
import type { LoginTrace } from '../../contracts/inspection.ts'
import type { FailurePlace } from '../../errors.ts'
import type { ProviderConnection } from './connection.ts'
import { tellExchange } from './tell-exchange.ts'

/** The same connection, with this trace. Requests that logins share (metadata, keys) are recorded while this login waits for them. */
export function tracedConnection(connection: ProviderConnection, trace: LoginTrace): ProviderConnection {
  const { server, keys, watchers } = connection
  async function watching<T>(work: () => Promise<T>): Promise<T> {
    watchers.add(trace)
    try {
      return await work()
    } finally {
      watchers.delete(trace)
    }
  }
  return {
    ...connection,
    trace,
    fetch: async (url, request) =>
      tellExchange(
        new Set([trace]),
        { place: await placeOf(connection, url), url, request },
        connection.fetch,
      ),
    server: Object.assign(() => watching(server), { doubt: server.doubt }),
    keys: {
      current: (purpose) => watching(() => keys.current(purpose)),
      newerThan(seen, purpose) {
        trace.add({ place: 'keys', sentence: 'No known key fits the token: the keys are looked at again.' })
        return watching(() => keys.newerThan(seen, purpose))
      },
    },
  }
}

/** Which endpoint the address is; any other address is the provider's API. */
async function placeOf({ server, provider }: ProviderConnection, url: string): Promise<FailurePlace> {
  const known = await server().catch(() => null)
  const address = url.split('?', 1)[0]
  if (address === known?.token_endpoint?.split('?', 1)[0]) return 'token'
  if (address === known?.pushed_authorization_request_endpoint) return 'pushed-request'
  if (address === known?.revocation_endpoint) return 'revocation'
  const isUserinfo = provider.protocol === 'oidc' && address === known?.userinfo_endpoint
  return isUserinfo ? 'userinfo' : 'profile'
}
