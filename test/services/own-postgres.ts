// A PostgreSQL server for one test.
import { globSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { findFreePort } from '../support/application.ts'
import {
  findProgram,
  type OwnFolder,
  type OwnServer,
  type OwnServerOptions,
  ownFolder,
  skipWithoutProgram,
  startOwnServer,
} from './own-server.ts'

/** PostgreSQL refuses to run as root. */
const USER = 'postgres'
/** Debian installs each version in its own folder. */
const folders = globSync('/usr/lib/postgresql/*/bin').sort((one, other) => versionOf(other) - versionOf(one))
const program = findProgram('postgres', folders)

export const skipWithoutOwnPostgres: string | false = skipWithoutProgram(program, 'PostgreSQL', USER)

export interface PostgresOptions extends OwnServerOptions {
  /** Settings by their names in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>
}

export interface OwnPostgres extends OwnServer {
  readonly folder: OwnFolder
}

/** Starts an empty server, in which every user is an administrator. */
export async function startOwnPostgres(options: PostgresOptions = {}): Promise<OwnPostgres> {
  const { within, host, settings = {} } = options
  const folder = await ownFolder({ user: USER, within })
  const data = join(folder.path, 'data')
  const port = await findFreePort()
  const url = `postgres://${USER}@${host ?? '127.0.0.1'}:${port}/postgres`
  const initdb = join(program ?? '', '../initdb')
  folder.run([initdb, '-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'])
  if (host) await appendFile(join(data, 'pg_hba.conf'), 'host all all all trust\n')
  const given = {
    listen_addresses: host ? '*' : '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    ...settings,
  }
  const server = await startOwnServer({
    folder,
    url,
    command: [
      program ?? '',
      '-D',
      data,
      ...Object.entries(given).map(([name, value]) => `--${name}=${value}`),
    ],
    // Like `systemctl stop`: it ends connections instead of waiting for them.
    stopSignal: 'SIGINT',
    isAnswering: () => administer(url, async () => true),
  })
  return { ...server, folder }
}

/** Opens one connection for the duration of `use`. */
export async function administer<Result>(
  url: string,
  use: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

function versionOf(folder: string): number {
  return Number(/\/(\d+)\//.exec(folder)?.[1])
}
