// For tests that start a real server in a process of its own.
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port of the loopback interface that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Asks until the server answers at all; throws when its process ended or 20 seconds went by. */
export async function waitForAnswer(url: string, server: ChildProcess): Promise<Response> {
  const deadline = Date.now() + 20_000
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`)
    try {
      return await fetch(url, { redirect: 'manual' })
    } catch (cause) {
      if (Date.now() > deadline) throw new Error(`no answer from ${url}`, { cause })
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
