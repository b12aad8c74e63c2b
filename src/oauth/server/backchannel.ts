// How this server reaches a provider that browsers reach at a different address, as between containers: one rule for metadata, tokens,
// keys, userinfo and the API.
import type { Provider } from '../../contracts/provider.ts'

export type Place = Pick<Provider, 'issuer' | 'endpoints' | 'backchannelUrl'>

/** The address to request instead of `url`; `url` itself if the provider has no separate address for servers. */
export function backchannelAddress({ issuer, endpoints, backchannelUrl }: Place, url: string): string {
  if (backchannelUrl === undefined || isAtBackchannel({ backchannelUrl }, url)) return url
  const { origin, pathname, search } = new URL(url)
  const origins = [issuer, endpoints?.authorization].map((address) => address && new URL(address).origin)
  return origins.includes(origin) ? withoutSlash(backchannelUrl) + pathname + search : url
}

/** Whether metadata may name this address even though browsers could not reach it. */
export function isAtBackchannel({ backchannelUrl }: Pick<Place, 'backchannelUrl'>, url: unknown): boolean {
  if (backchannelUrl === undefined || typeof url !== 'string' || !URL.canParse(url)) return false
  const base = withoutSlash(new URL(backchannelUrl).href)
  const { href } = new URL(url)
  // Whole segments: `http://idp:8080.evil.example` only has the same beginning.
  return href === base || href.startsWith(`${base}/`)
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
