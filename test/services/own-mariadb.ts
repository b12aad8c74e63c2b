// A MariaDB server of a test's own.
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { findFreePort } from '../support/application.ts'
import {
  type FolderOptions,
  findProgram,
  type OwnServer,
  ownFolder,
  skipWithoutProgram,
  startOwnServer,
} from './own-server.ts'

/** It refuses to run as root. */
const USER = 'mysql'
const program = findProgram('mariadbd')
const install = findProgram('mariadb-install-db')

export const skipWithoutOwnMariadb: string | false = skipWithoutProgram(install && program, 'MariaDB', USER)

export interface MariadbOptions extends Pick<FolderOptions, 'within'> {
  /** Where it is reached, in a network of the test's own. Default: loopback. */
  readonly host?: string
}

/** With one empty database; everybody who reaches it is its administrator. */
export async function startOwnMariadb({ within, host }: MariadbOptions = {}): Promise<OwnServer> {
  const folder = await ownFolder({ user: USER, ...(within ? { within } : {}) })
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
    isAnswering: () => command(`${server}/mysql`, 'select 1'),
  })
  await command(`${server}/mysql`, 'create database latchkey')
  return own
}

async function command(uri: string, sql: string): Promise<true> {
  const connection = await createConnection({ uri, connectTimeout: 2_000 })
  try {
    await connection.query(sql)
    return true
  } finally {
    await connection.end()
  }
}
