// Starts a Redis cluster of one node for a test. Like any cluster, it refuses commands whose keys belong to different slots.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createClient } from 'redis'

export interface RedisCluster {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Returns `null` if this machine has no `redis-server`. */
export async function startRedisCluster(): Promise<RedisCluster | null> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-redis-'))
  const port = await freePort()
  // The nodes communicate through a second port.
  const settings = {
    port,
    dir: folder,
    bind: '127.0.0.1',
    'cluster-enabled': 'yes',
    'cluster-port': await freePort(),
  }
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])
  const server = spawn('redis-server', [...args, '--save', ''], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) =>
    server.once('error', () => resolve()).once('exit', () => resolve()),
  )
  const stop = async (): Promise<void> => {
    server.kill()
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  const url = `redis://127.0.0.1:${port}`
  const isStarted = await Promise.race([ended.then(() => false), becomeWhole(url).then(() => true)])
  if (isStarted) return { url, stop }
  await stop()
  return null
}

async function becomeWhole(url: string): Promise<void> {
  const client = createClient({ url, socket: { reconnectStrategy: 50 } })
  client.on('error', () => {})
  await client.connect()
  await client.sendCommand(['CLUSTER', 'ADDSLOTSRANGE', '0', '16383'])
  while (!String(await client.sendCommand(['CLUSTER', 'INFO'])).includes('cluster_state:ok'))
    await setTimeout(50)
  await client.close()
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
