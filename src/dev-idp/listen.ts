// Finds a port and binds to 127.0.0.1 only. The port is part of every issuer, so each start tries to use the same one: first the
// remembered port, then the wanted one, then the next free one.
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { LatchkeyError } from '../errors.ts'

const portsToTry = 20

export interface ListenOptions {
  /** 0 for any free port. */
  readonly wantedPort: number
  /** The port that an earlier run found for the same wanted port, or null. */
  readonly rememberedPort: number | null
  /** Whether to use the next free port if the wanted one is taken. */
  readonly mayMove: boolean
  readonly fetch: (request: Request) => Response | Promise<Response>
}

/** Throws `config_option_invalid` if no port is free. */
export async function listen(options: ListenOptions): Promise<{ server: Server; port: number }> {
  // `overrideGlobalObjects: false` leaves the application's global Request and Response unchanged.
  const server = createAdaptorServer({
    fetch: options.fetch,
    overrideGlobalObjects: false,
  }) as Server

  for (const port of portsInOrder(options)) {
    const bound = await bind(server, port)
    if (bound !== null) return { server, port: bound }
  }
  throw new LatchkeyError('config_option_invalid', {
    detail: options.mayMove
      ? `No free port for the local identity provider from ${options.wantedPort} on. Set LATCHKEY_DEV_PORT.`
      : `Port ${options.wantedPort}, where applications look for the local identity provider, is taken. Set LATCHKEY_DEV_IDP to another address.`,
  })
}

function portsInOrder({ wantedPort, rememberedPort, mayMove }: ListenOptions): readonly number[] {
  const next = Array.from({ length: mayMove ? portsToTry : 1 }, (_, index) => wantedPort + index)
  const ports = wantedPort === 0 ? [0] : next.filter((port) => port <= 65_535)
  return rememberedPort === null
    ? ports
    : [rememberedPort, ...ports.filter((port) => port !== rememberedPort)]
}

/** Returns the bound port, or null if it is taken. */
function bind(server: Server, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.removeListener('listening', onListening)
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null)
      else reject(error)
    }
    const onListening = (): void => {
      server.removeListener('error', onError)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    }
    server.once('error', onError)
    server.once('listening', onListening)
    server.listen(port, '127.0.0.1')
  })
}
