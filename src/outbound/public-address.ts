// Keeps requests to servers that strangers name away from what only this machine can reach: loopback, private
// networks, cloud metadata. Names are judged by what they resolve to, at the moment of connecting, so that a name that
// changes its answer in between (DNS rebinding) gains nothing.
import type { LookupFunction, NodeModules } from '../crypto/node-fast-paths.ts'

/** Both throw, or answer the lookup with, an error for an address that is not public. */
export interface PublicAddressGuard {
  /** For hosts that are addresses: these are connected to without a lookup. */
  checkHost(url: URL): void
  /** For `net.connect`: resolves a name to public addresses only. */
  readonly lookup: LookupFunction
}

// IANA IPv4 Special-Purpose Address Registry, with multicast, and addresses that look public and are a cloud's own inside
// of its networks: Azure's wire server, and IBM's service network.
// https://www.iana.org/assignments/iana-ipv4-special-registry
// https://learn.microsoft.com/en-us/azure/virtual-network/what-is-ip-address-168-63-129-16
const specialV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['161.26.0.0', 16],
  ['166.8.0.0', 14],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

// Of IPv6 only 2000::/3 is handed out for the Internet: that leaves out loopback, mapped IPv4, NAT64, unique local addresses
// (the metadata services of AWS, Google and Oracle) and segment routing. These parts of it lead elsewhere: Teredo, 6to4,
// documentation, AS112, and the 6bone that was given back.
// https://www.iana.org/assignments/iana-ipv6-special-registry
const globalV6 = ['2000::', 3] as const
const specialV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3ffe::', 16],
  ['3fff::', 20],
] as const

/** Tells whether a textual IP address belongs to the public Internet; false for whatever is no address. */
export function createPublicAddressCheck({ net }: Pick<NodeModules, 'net'>): (address: string) => boolean {
  const v4 = new net.BlockList()
  for (const [network, prefix] of specialV4) v4.addSubnet(network, prefix, 'ipv4')
  const v6 = new net.BlockList()
  for (const [network, prefix] of specialV6) v6.addSubnet(network, prefix, 'ipv6')
  const global = new net.BlockList()
  global.addSubnet(...globalV6, 'ipv6')
  return (address) => {
    if (net.isIPv4(address)) return !v4.check(address, 'ipv4')
    return net.isIPv6(address) && global.check(address, 'ipv6') && !v6.check(address, 'ipv6')
  }
}

/** A guard over the system's name resolution. */
export function createPublicAddressGuard(node: Pick<NodeModules, 'dns' | 'net'>): PublicAddressGuard {
  const isPublic = createPublicAddressCheck(node)
  return {
    checkHost({ hostname }) {
      const address = hostname.replace(/^\[|\]$/g, '')
      if (node.net.isIP(address) !== 0 && !isPublic(address)) throw notPublic(hostname)
    },
    lookup(hostname, options, callback) {
      node.dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
        if (error) return callback(error, '')
        const [first] = addresses
        // One private address among public ones is enough: the connection may pick it.
        if (first === undefined || !addresses.every(({ address }) => isPublic(address))) {
          return callback(notPublic(hostname), '')
        }
        if (options.all) callback(null, addresses)
        else callback(null, first.address, first.family)
      })
    },
  }
}

function notPublic(hostname: string): Error {
  return new Error(`${hostname} is not on the public Internet.`)
}
