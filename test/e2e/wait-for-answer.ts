// For tests that start a server in a process of its own.
import type { ChildProcess } from 'node:child_process'

/** Requests the URL until the server responds. Throws if its process ends or the time is over (default: 20 seconds). */
export async function waitForAnswer(url: string, server: ChildProcess, seconds = 20): Promise<Response> {
  const signal = AbortSignal.timeout(seconds * 1000)
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`)
    try {
      return await fetch(url, { redirect: 'manual', signal })
    } catch (cause) {
      if (signal.aborted) throw new Error(`no answer from ${url}`, { cause })
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
