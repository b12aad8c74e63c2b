// Finds a port for the application under test.
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * Returns a free port below the range from which the system assigns ports, so that it assigns the port to no other process. The
 * port is even, since the local identity provider of an application takes the next one.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 12_000 + 2 * randomInt(10_000)
    if (await isFree(port)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  const isListening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => resolve(true))
  })
  if (isListening) await new Promise((resolve) => server.close(resolve))
  return isListening
}
