// Adapts requests of the protocol library to a provider: parameters under the provider's own names, and its other declared changes of
// token requests. Changes also apply to the client authentication. RFC 6749 §4.1.3 and §6.
import type { TokenRequest } from '../../contracts/provider.ts'
import type { ProviderConnection } from './connection.ts'
import type { ProviderFetch } from './provider-fetch.ts'

/** The parameters under the names that the provider declares; null names remove a parameter. */
export function withDeclaredNames(
  parameters: URLSearchParams,
  names: Readonly<Record<string, string | null>> | undefined,
): URLSearchParams {
  if (names === undefined) return parameters
  const renamed = [...parameters].flatMap(([name, value]): [string, string][] => {
    const declared = Object.hasOwn(names, name) ? names[name] : name
    return declared === null || declared === undefined ? [] : [[declared, value]]
  })
  return new URLSearchParams(renamed)
}

/** Sends the library's form with the provider's names: for pushed authorization requests and revocations. */
export function formFetch({ provider, fetch }: ProviderConnection): ProviderFetch {
  const { parameterNames } = provider.deviations
  if (parameterNames === undefined) return fetch
  return (url, request) =>
    fetch(url, { ...request, body: withDeclaredNames(formOf(request.body), parameterNames) })
}

export interface TokenGrant {
  readonly grant: TokenRequest['grant']
  readonly callback: Readonly<Record<string, string>>
}

/** Sends the library's token request as the provider declares it. */
export function tokenFetch(connection: ProviderConnection, { grant, callback }: TokenGrant): ProviderFetch {
  const { provider, clientId, now } = connection
  const { tokenRequest, parameterNames } = provider.deviations
  if (tokenRequest === undefined) return formFetch(connection)
  return async (url, { headers, body, redirect }) => {
    const standard: TokenRequest = {
      grant,
      url,
      method: 'POST',
      headers: new Headers(headers),
      parameters: withDeclaredNames(formOf(body), parameterNames),
    }
    const context = { clientId, clientSecret: await connection.clientSecret(), now: now(), callback }
    const wanted = await tokenRequest(standard, context)
    // A declared address may contain the code or the secret.
    return connection.fetch(addressOf(wanted), { redirect, hidesPath: true, ...contentOf(wanted) })
  }
}

function formOf(body: RequestInit['body']): URLSearchParams {
  return body instanceof URLSearchParams ? body : new URLSearchParams()
}

function addressOf({ url, method, parameters }: TokenRequest): string {
  if (method !== 'GET') return url
  const address = new URL(url)
  for (const [name, value] of parameters) address.searchParams.append(name, value)
  return withBlanks(address).href
}

function contentOf({ method, headers, parameters, json }: TokenRequest) {
  const own = new Headers(headers)
  if (method === 'GET') own.delete('content-type')
  else if (json !== undefined) own.set('content-type', 'application/json')
  return {
    method,
    headers: Object.fromEntries(own),
    ...(method === 'POST' && { body: json === undefined ? parameters : JSON.stringify(json) }),
  }
}

/** The same address with `%20` for each blank in its query (RFC 3986 §2.1): some servers read a plus as a plus. */
export function withBlanks(url: URL): URL {
  // URLSearchParams has encoded every plus of the text as `%2B`.
  if (url.search.includes('+')) url.search = url.search.replaceAll('+', '%20')
  return url
}
