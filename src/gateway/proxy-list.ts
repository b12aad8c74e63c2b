// Which peers are trusted to say what a browser asked for: the proxies that TRUST_PROXY lists. Without it no peer is trusted, since any
// client of this port could name a public path and mean another one (CVE-2026-40575).
import { BlockList, isIP } from 'node:net'
import { nodeModules } from '../crypto/node-fast-paths.ts'
import { createPublicAddressCheck } from '../outbound/public-address.ts'
import { clientAddress } from '../web/client-address.ts'

export interface ProxyList {
  /** False: no sender is trusted. */
  readonly isSet: boolean
  /** Whether the peer at this address, as the socket shows it, is one of the proxies. */
  readonly has: (address: string | undefined) => boolean
  /** The address of the person's device, as far as the proxies vouch for it. */
  readonly clientOf: (address: string | undefined, forwardedFor: string | undefined) => string | null
}

export const noProxies: ProxyList = {
  isSet: false,
  has: () => false,
  clientOf: (address) => clientAddress(address ?? null, null, 0),
}

const MOST_PROXIES = 20

/**
 * `10.0.0.0/8,2001:db8::7`: exactly these proxies. A number: that many proxies, at addresses outside of the public Internet.
 * Null for any other text.
 */
export function readProxyList(value: string): ProxyList | null {
  const text = value.trim()
  if (/^\d{1,3}$/.test(text)) return Number(text) > MOST_PROXIES ? null : countedProxies(Number(text))
  return listedProxies(text.split(/[\s,]+/).filter(Boolean))
}

function countedProxies(count: number): ProxyList {
  if (count === 0 || !nodeModules) return noProxies
  const isPublic = createPublicAddressCheck(nodeModules)
  return {
    isSet: true,
    has: (address) => address !== undefined && isIP(address) !== 0 && !isPublic(plainAddress(address)),
    clientOf: (address, forwardedFor) => clientAddress(address ?? null, forwardedFor ?? null, count),
  }
}

function listedProxies(entries: readonly string[]): ProxyList | null {
  const list = new BlockList()
  for (const entry of entries) {
    if (!addEntry(list, entry)) return null
  }
  const has = (address: string | undefined): boolean => {
    if (address === undefined) return false
    const plain = plainAddress(address)
    const family = isIP(plain)
    return family !== 0 && list.check(plain, family === 4 ? 'ipv4' : 'ipv6')
  }
  return {
    isSet: true,
    has,
    clientOf(address, forwardedFor) {
      if (!has(address) || forwardedFor === undefined) return clientAddress(address ?? null, null, 0)
      // From the right: the entries to the left of the first stranger were written by that stranger.
      const hops = forwardedFor.split(',').slice(-MOST_PROXIES)
      const stranger = hops.findLastIndex((hop) => !has(clientAddress(hop, null, 0) ?? undefined))
      return clientAddress(hops[Math.max(stranger, 0)] ?? null, null, 0)
    },
  }
}

function addEntry(list: BlockList, entry: string): boolean {
  const [address = '', prefix, ...more] = entry.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  const kind = family === 4 ? 'ipv4' : 'ipv6'
  if (prefix === undefined) {
    list.addAddress(address, kind)
    return true
  }
  const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN
  // `/0` would trust every address.
  if (!(bits >= 1 && bits <= (family === 4 ? 32 : 128))) return false
  list.addSubnet(address, bits, kind)
  return true
}

/** A socket that listens for both families shows IPv4 peers as `::ffff:10.0.0.7`. */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address
}
