// A Redis of a test's own, for what must not be done to one that others use.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from 'redis'
import { findFreePort } from '../support/application.ts'

export interface OwnRedis {
  readonly url: string
  /** In bytes; it refuses what needs more. 0: without limit. */
  readonly limitMemory: (bytes: number) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Null where there is no `redis-server` on this machine. */
export async function startRedis(): Promise<OwnRedis | null> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-redis-'))
  const port = await findFreePort()
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '']
  const server = spawn('redis-server', args, { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) =>
    server.once('error', () => resolve()).once('exit', () => resolve()),
  )
  const client = createClient({ url: `redis://127.0.0.1:${port}`, socket: { reconnectStrategy: 50 } })
  client.on('error', () => {})
  const isStarted = await Promise.race([ended.then(() => false), client.connect().then(() => true)])
  const stop = async (): Promise<void> => {
    client.destroy()
    server.kill()
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  if (!isStarted) {
    await stop()
    return null
  }
  const limitMemory = async (bytes: number): Promise<void> => {
    await client.sendCommand(['CONFIG', 'SET', 'maxmemory', String(bytes)])
  }
  return { url: `redis://127.0.0.1:${port}`, limitMemory, stop }
}
