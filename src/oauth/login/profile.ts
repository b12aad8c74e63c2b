// Fetches the profile of a person from the provider's API. A plain OAuth provider returns only an access token, so the profile that it
// opens identifies the person. RFC 6750 §2.1; docs/security-cases.md F1 (numeric ids stay exact), E3.
import type { ApiRequest, Claims, ProfileRequest } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import { parseExactJson } from '../../web/exact-json.ts'
import type { ProviderConnection } from '../server/connection.ts'
import { translating } from '../server/translate-error.ts'
import type { TokenSet } from '../tokens/token-set.ts'

/** Uses the provider's own `fetchProfile`, otherwise its userinfo endpoint. @throws LatchkeyError `provider_userinfo_invalid`. */
export async function fetchProfile(connection: ProviderConnection, tokens: TokenSet): Promise<Claims> {
  const { provider, server } = connection
  return translating({ what: 'profile', at: 'profile', otherwise: 'provider_userinfo_invalid' }, async () => {
    const declared = provider.deviations.fetchProfile
    const profile = declared
      ? await declared(await profileRequest(connection, tokens))
      : await callApi(connection, tokens.accessToken, {
          url: new URL((await server()).userinfo_endpoint ?? ''),
        })
    if (typeof profile !== 'object' || profile === null || Array.isArray(profile)) {
      throw new TypeError('it is not an object')
    }
    return Object.freeze({ ...profile })
  })
}

async function profileRequest(connection: ProviderConnection, tokens: TokenSet): Promise<ProfileRequest> {
  const { clientId, clientSecret } = connection
  const { accessToken, idTokenClaims, answer = {}, callback = {} } = tokens
  const fetch = async (url: string, init: ApiRequest = {}) =>
    callApi(connection, accessToken, { ...init, url: apiUrl(connection, url) })
  return {
    accessToken,
    clientId,
    clientSecret: await clientSecret(),
    idTokenClaims,
    tokenAnswer: answer,
    callback,
    get: (path) => fetch(path),
    fetch,
  }
}

/** Must be below the base or at one of the API's origins: the access token must not be sent anywhere else. */
function apiUrl({ provider }: ProviderConnection, address: string): URL {
  const { apiBaseUrl, apiOrigins } = provider
  if (URL.canParse(address)) {
    const url = new URL(provider.addressAt(address))
    if (apiOrigins.includes(url.origin)) return url
    throw new TypeError('the address is at none of the apiOrigins')
  }
  const url = new URL(address, apiBaseUrl)
  if (apiBaseUrl === undefined || !url.href.startsWith(new URL(apiBaseUrl).href)) {
    throw new TypeError('the path leads outside of apiBaseUrl')
  }
  return url
}

interface ApiCall extends ApiRequest {
  readonly url: URL
}

function callApi(connection: ProviderConnection, accessToken: string, call: ApiCall): Promise<unknown> {
  const { url, query = {}, read = 'json' } = call
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  // Without path and query: some APIs carry the token there.
  const place = url.origin
  return translating({ what: place, at: 'profile', otherwise: 'provider_userinfo_invalid' }, async () => {
    const { body, type } = bodyOf(call)
    const response = await connection.fetch(url.href, {
      method: call.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        accept: 'application/json',
        ...type,
        ...authorizationOf(call, accessToken),
      },
      ownHeaders: call.headers,
      redirect: 'manual',
      hidesPath: true,
      ...(body !== undefined && { body }),
    })
    const isReadable = read !== 'json' || isJson(response)
    if (response.status !== 200 || !isReadable) {
      throw new LatchkeyError('provider_userinfo_invalid', {
        detail: `${place} answered ${response.status}${isReadable ? '' : ', not with JSON'}.`,
        facts: { at: 'profile', status: response.status, check: isReadable ? 'status' : 'json' },
      })
    }
    const text = await response.text()
    return read === 'text' ? text : parseExactJson(text)
  })
}

function bodyOf({ body }: ApiRequest): { body?: string; type?: Record<string, string> } {
  if (body === undefined) return {}
  if (body instanceof URLSearchParams) {
    return { body: body.toString(), type: { 'content-type': 'application/x-www-form-urlencoded' } }
  }
  return { body: JSON.stringify(body), type: { 'content-type': 'application/json' } }
}

function authorizationOf(
  { tokenScheme = 'Bearer' }: ApiRequest,
  accessToken: string,
): Record<string, string> {
  if (tokenScheme === null) return {}
  return { authorization: `${tokenScheme} ${accessToken}`.trimStart() }
}

function isJson(response: Response): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '')
}
