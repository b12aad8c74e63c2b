// Closes a Node server along with the connections that browsers keep open.
import type { Server } from 'node:http'

export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}
