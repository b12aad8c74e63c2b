// Keeps requests to servers that strangers name away from addresses that only this machine can reach: loopback, private networks,
// cloud metadata. A name is judged by the addresses that it resolves to when connecting, so that a changing answer (DNS rebinding)
// gains nothing.
import type { LookupFunction, NodeModules } from '../crypto/node-fast-paths.ts'

/** For an address that is not public, `checkHost` throws an error, and `lookup` passes one to its callback. */
export interface PublicAddressGuard {
  /** For hosts that are IP addresses, which are connected to without a lookup. */
  checkHost(url: URL): void
  /** For `net.connect`: resolves a name to public addresses only. */
  readonly lookup: LookupFunction
}

// IANA IPv4 Special-Purpose Address Registry, with multicast, and addresses that look public but belong to a cloud's internal
// network: Azure's wire server, and IBM's service network.
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

// For IPv6, only 2000::/3 is assigned to the Internet: this excludes loopback, mapped IPv4, NAT64, unique local addresses (the metadata
// services of AWS, Google and Oracle) and segment routing. The parts of it listed here lead elsewhere: Teredo, 6to4, documentation,
// AS112, and the returned 6bone.
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

/** Returns a check whether a textual IP address belongs to the public Internet; false for any other text. */
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

/** A guard that uses the system's name resolution. */
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
        // One private address among public ones is enough to refuse: the connection might use it.
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
