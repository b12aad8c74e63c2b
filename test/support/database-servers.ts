// The database servers that some tests need, on this machine at their default ports, or where the environment says.
// Each run creates its own database and drops it. If a server is missing, its tests are skipped with a reason;
// with CI=true they fail instead, so that a run cannot pass because nothing was tested.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alsoWhenKilled } from './also-when-killed.ts'

export const postgresUrl = process.env.TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
export const mysqlUrl = process.env.TEST_MYSQL_URL ?? 'mysql://root@127.0.0.1:3306/mysql'
export const redisUrl = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379'

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'postgres:': 5432, 'mysql:': 3306, 'redis:': 6379 }

export interface OwnDatabase {
  readonly url: string
  readonly drop: () => Promise<void>
}

/** For the `skip` option of a test: false, or the reason for skipping. */
export async function skipWithout(url: string): Promise<string | false> {
  if (process.env.CI === 'true' || (await answers(url))) return false
  return `no server answers at ${new URL(url).host}`
}

function answers(url: string): Promise<boolean> {
  const { hostname, port, protocol } = new URL(url)
  const socket = connect({
    host: hostname,
    port: Number(port) || DEFAULT_PORTS[protocol] || 0,
    timeout: 2_000,
  })
  return new Promise((resolve) => {
    const end = (answer: boolean) => () => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false))
  })
}

export async function ownPostgresDatabase(): Promise<OwnDatabase> {
  const { default: pg } = await import('pg')
  const { name, url } = ownName(postgresUrl)
  const command = async (sql: string): Promise<void> => {
    const client = new pg.Client(postgresUrl)
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }
  await command(`create database ${name}`)
  // PostgreSQL waits up to 5 seconds for connections that are closing. Ending them by force would be an error in their pool, which
  // no test listens for any more.
  const drop = (): Promise<void> =>
    command(`drop database ${name}`).catch(() => command(`drop database ${name} with (force)`))
  return { url, drop: alsoWhenKilled(drop) }
}

export async function ownMysqlDatabase(): Promise<OwnDatabase> {
  const { createConnection } = await import('mysql2/promise')
  const { name, url } = ownName(mysqlUrl)
  const command = async (sql: string): Promise<void> => {
    const connection = await createConnection(mysqlUrl)
    try {
      await connection.query(sql)
    } finally {
      await connection.end()
    }
  }
  await command(`create database ${name}`)
  return { url, drop: alsoWhenKilled(() => command(`drop database ${name}`)) }
}

export async function ownSqliteFile(): Promise<OwnDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-sqlite-'))
  return {
    url: `sqlite:${join(folder, 'app.db')}`,
    drop: alsoWhenKilled(() => rm(folder, { recursive: true })),
  }
}

/** Runs a script of several statements, like an administrator's tool. */
export async function runSql(url: string, script: string): Promise<void> {
  if (url.startsWith('sqlite:')) {
    const { DatabaseSync } = await import('node:sqlite')
    const database = new DatabaseSync(url.slice('sqlite:'.length))
    database.exec(script)
    return database.close()
  }
  if (url.startsWith('postgres:')) {
    const { default: pg } = await import('pg')
    const client = new pg.Client(url)
    await client.connect()
    await client.query(script)
    return client.end()
  }
  const { createConnection } = await import('mysql2/promise')
  const connection = await createConnection({ uri: url, multipleStatements: true })
  await connection.query(script)
  return connection.end()
}

/** Like a database of its own: keys with a separate prefix. */
export async function ownRedisKeys(): Promise<OwnDatabase & { readonly prefix: string }> {
  const { createClient } = await import('redis')
  const prefix = `latchkey-test-${randomBytes(6).toString('hex')}:`
  const drop = async (): Promise<void> => {
    const client = await createClient({ url: redisUrl }).connect()
    for await (const keys of client.scanIterator({ MATCH: `${prefix}*`, COUNT: 1_000 })) {
      if (keys.length > 0) await client.del(keys)
    }
    await client.close()
  }
  return { url: redisUrl, prefix, drop: alsoWhenKilled(drop) }
}

function ownName(serverUrl: string): { name: string; url: string } {
  const name = `latchkey_test_${randomBytes(6).toString('hex')}`
  return { name, url: Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href }
}
