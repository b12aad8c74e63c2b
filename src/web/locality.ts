// Whether a request comes from the machine that runs the application, as far as a request can prove it: by the peer of the
// connection, by the Host (DNS rebinding changes one of them but not the other), and by what proxies say they forward.
import { isLoopbackHostname } from './loopback.ts'
import { plainText } from './plain-text.ts'

/** Headers in which a proxy names the client or the host that it forwards for. */
const forwarding = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-real-ip',
  'forwarded',
  'cf-connecting-ip',
  'true-client-ip',
]

const MOST_CHARACTERS = 100

/** Why the request is not from this machine, in one sentence; null if it is. `peer`: the socket's address, or null if unknown. */
export function faultInLocality(request: Request, peer: string | null): string | null {
  const host = request.headers.get('host') ?? new URL(request.url).host
  const url = URL.parse(`http://${host}`)
  if (!url || !isLoopbackHostname(url.hostname)) {
    return `The Host is ${plainText(host, MOST_CHARACTERS)}, and not a loopback name such as localhost.`
  }
  if (peer === null) return 'This host does not tell from where a connection comes.'
  if (!isLoopbackAddress(peer)) {
    return `The connection comes from ${plainText(peer, MOST_CHARACTERS)}, and not from this machine.`
  }
  for (const name of forwarding) {
    const value = request.headers.get(name)
    if (value !== null && !namesLoopbackOnly(value)) {
      return `A proxy forwards it from elsewhere (${name}: ${plainText(value, MOST_CHARACTERS)}).`
    }
  }
  return null
}

function isLoopbackAddress(address: string): boolean {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^\[|\]$/g, '')
  return isLoopbackHostname(bare.includes(':') ? hostnameOf(`[${bare}]`) : bare)
}

/** Whether all parts are this machine: `127.0.0.1, ::1`, `localhost:3000`, `for=127.0.0.1;host=localhost`. */
function namesLoopbackOnly(value: string): boolean {
  return value
    .split(/[,;]/)
    .map((part) =>
      part
        .trim()
        .replace(/^(?:for|host|by)=/i, '')
        .replaceAll('"', ''),
    )
    .filter((part) => part !== '' && !/^proto=https?$/i.test(part))
    .every((part) => isLoopbackAddress(part) || isLoopbackHostname(hostnameOf(part)))
}

function hostnameOf(host: string): string {
  return URL.parse(`http://${host}`)?.hostname ?? ''
}
