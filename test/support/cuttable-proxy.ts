// A TCP proxy in front of a server. It can cut connections, like a network failure or a restart: existing ones break and new ones
// are refused until `mend`. Or it can hold all data, like a partition: nothing is refused, and nothing arrives.

import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'

export interface CuttableProxy {
  /** The server's URL through the proxy. */
  readonly url: string
  readonly cut: () => Promise<void>
  readonly mend: () => Promise<void>
  /** Holds back all bytes, in both directions, until `letThrough`. */
  readonly hold: () => void
  readonly letThrough: () => void
  readonly close: () => Promise<void>
}

export async function cuttableProxy(serverUrl: string, defaultPort: number): Promise<CuttableProxy> {
  const target = new URL(serverUrl)
  const sockets = new Set<Socket>()
  let passage: Promise<unknown> = Promise.resolve()
  let letThrough = (): void => {}
  const server = createServer((near) => {
    const far = connect(Number(target.port) || defaultPort, target.hostname)
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      sockets.add(one)
      one.on('data', (bytes) => void passage.then(() => other.writable && other.write(bytes)))
      one.on('end', () => void passage.then(() => other.end()))
      one.on('error', () => other.destroy()).on('close', () => sockets.delete(one))
    }
  })
  await listen(server, 0)
  const { port } = server.address() as AddressInfo
  const cut = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  return {
    url: Object.assign(new URL(serverUrl), { host: `127.0.0.1:${port}` }).href,
    cut,
    mend: () => listen(server, port),
    hold() {
      passage = new Promise<void>((resolve) => {
        letThrough = resolve
      })
    },
    letThrough: () => letThrough(),
    close: async () => {
      letThrough()
      if (server.listening) await cut()
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve())
  })
}
