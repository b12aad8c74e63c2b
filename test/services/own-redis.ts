// A Redis server for one test, configured as docs/stores.md says: it persists each change and evicts nothing.
import { createClient } from 'redis'
import { findFreePort } from '../support/application.ts'
import {
  findProgram,
  type OwnServer,
  type OwnServerOptions,
  ownFolder,
  skipWithoutProgram,
  startOwnServer,
} from './own-server.ts'

const program = findProgram('redis-server')

export const skipWithoutOwnRedis: string | false = skipWithoutProgram(program, 'redis-server')

export interface OwnRedis extends OwnServer {
  /** Limits the memory, in bytes; commands that need more fail. 0: no limit. */
  readonly limitMemory: (bytes: number) => Promise<void>
}

export async function startOwnRedis({ within, host }: OwnServerOptions = {}): Promise<OwnRedis> {
  const folder = await ownFolder({ within })
  const port = await findFreePort()
  const url = `redis://${host ?? '127.0.0.1'}:${port}`
  const settings = {
    port: String(port),
    bind: host ? '*' : '127.0.0.1',
    dir: folder.path,
    save: '',
    appendonly: 'yes',
    'maxmemory-policy': 'noeviction',
    'protected-mode': 'no',
  }
  const server = await startOwnServer({
    folder,
    url,
    command: [program ?? '', ...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])],
    isAnswering: () => command(url, ['PING']),
  })
  const limitMemory = async (bytes: number): Promise<void> => {
    await command(url, ['CONFIG', 'SET', 'maxmemory', String(bytes)])
  }
  return { ...server, limitMemory }
}

async function command(url: string, words: string[]): Promise<true> {
  const client = createClient({ url, socket: { reconnectStrategy: false, connectTimeout: 2_000 } })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.sendCommand(words)
    return true
  } finally {
    client.destroy()
  }
}
