// For tests that start a server in a process of its own.
import type { ChildProcess } from 'node:child_process'

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
