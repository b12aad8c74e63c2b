// A MariaDB server for one test.
import { join } from 'node:path'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { findFreePort } from '../support/application.ts'
import {
  findProgram,
  type OwnServer,
  type OwnServerOptions,
  ownFolder,
  skipWithoutProgram,
  startOwnServer,
} from './own-server.ts'

/** MariaDB refuses to run as root. */
const USER = 'mysql'
const program = findProgram('mariadbd')
const install = findProgram('mariadb-install-db')

export const skipWithoutOwnMariadb: string | false = skipWithoutProgram(install && program, 'MariaDB', USER)

/** Starts a server with one empty database, in which every user is an administrator. */
export async function startOwnMariadb({ within, host }: OwnServerOptions = {}): Promise<OwnServer> {
  const folder = await ownFolder({ user: USER, within })
  const data = join(folder.path, 'data')
  const port = await findFreePort()
  const server = `mysql://root@${host ?? '127.0.0.1'}:${port}`
  folder.run([install ?? '', '--no-defaults', `--datadir=${data}`, '--skip-test-db', '--skip-name-resolve'])
  const own = await startOwnServer({
    folder,
    url: `${server}/latchkey`,
    command: [
      program ?? '',
      '--no-defaults',
      `--datadir=${data}`,
      `--port=${port}`,
      `--bind-address=${host ? '*' : '127.0.0.1'}`,
      `--socket=${join(folder.path, 'socket')}`,
      '--skip-grant-tables',
      '--innodb-log-file-size=8M',
    ],
    isAnswering: () => administerMysql(`${server}/mysql`, async () => true),
  })
  await administerMysql(`${server}/mysql`, (query) => query('create database latchkey'))
  return own
}

/** Returns the rows. */
type Ask = (sql: string) => Promise<RowDataPacket[]>

/** Opens one connection for the duration of `use`. */
export async function administerMysql<Result>(
  uri: string,
  use: (query: Ask) => Promise<Result>,
): Promise<Result> {
  const connection = await createConnection({ uri, connectTimeout: 2_000 })
  try {
    return await use(async (sql) => (await connection.query<RowDataPacket[]>(sql))[0])
  } finally {
    await connection.end()
  }
}
