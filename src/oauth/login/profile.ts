// Fetches the profile of a plain OAuth provider from its API: the access token is all there is, so what it opens is who
// signed in. RFC 6750 §2.1; CASES F1 (numeric ids stay exact), E3.
import type { Claims } from '../../contracts/provider.ts'
import { LatchkeyError } from '../../errors.ts'
import type { ProviderConnection } from '../server/connection.ts'
import { parseExactJson } from '../server/json.ts'
import type { ProviderFetch } from '../server/provider-fetch.ts'
import { translating } from '../server/translate-error.ts'

/** By the provider's own `fetchProfile`, else from its userinfo endpoint. @throws LatchkeyError `provider_userinfo_invalid`. */
export async function fetchProfile(connection: ProviderConnection, accessToken: string): Promise<Claims> {
  const { provider, clientId, clientSecret, fetch, server } = connection
  const get = (url: URL): Promise<unknown> => getJson(fetch, accessToken, url)
  return translating({ what: 'profile', otherwise: 'provider_userinfo_invalid' }, async () => {
    const profile = provider.deviations.fetchProfile
      ? await provider.deviations.fetchProfile({
          accessToken,
          clientId,
          clientSecret: await clientSecret(),
          get: async (path) => get(apiUrl(provider.apiBaseUrl, path)),
        })
      : await get(new URL((await server()).userinfo_endpoint ?? ''))
    if (typeof profile !== 'object' || profile === null || Array.isArray(profile)) {
      throw new TypeError('it is not an object')
    }
    return Object.freeze({ ...profile })
  })
}

/** Below the base, wherever the path points: the access token belongs to no other place. */
function apiUrl(base: string | undefined, path: string): URL {
  const url = new URL(path, base)
  if (base === undefined || !url.href.startsWith(new URL(base).href)) {
    throw new TypeError('the path leads outside of apiBaseUrl')
  }
  return url
}

function getJson(fetch: ProviderFetch, accessToken: string, url: URL): Promise<unknown> {
  const place = `${url.origin}${url.pathname}`
  return translating({ what: place, otherwise: 'provider_userinfo_invalid' }, async () => {
    const response = await fetch(url.href, {
      method: 'GET',
      headers: { accept: 'application/json', authorization: `Bearer ${accessToken}` },
      redirect: 'manual',
    })
    if (response.status !== 200 || !isJson(response)) {
      throw new LatchkeyError('provider_userinfo_invalid', {
        detail: `${place} answered ${response.status}${isJson(response) ? '' : ', not with JSON'}.`,
      })
    }
    return parseExactJson(await response.text())
  })
}

function isJson(response: Response): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '')
}
