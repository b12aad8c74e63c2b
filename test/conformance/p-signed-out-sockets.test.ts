// A WebSocket on one server, and a sign-out on another one: two processes that share nothing but the store.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import {
  mysqlUrl,
  type OwnDatabase,
  ownMysqlDatabase,
  ownPostgresDatabase,
  ownSqliteFile,
  postgresUrl,
  redisUrl,
  skipWithout,
} from '../support/database-servers.ts'

const program = fileURLToPath(new URL('../support/socket-server.ts', import.meta.url))
const origin = 'http://localhost:3000'
/** The bound is a second; a busy machine delivers late. */
const patience = 10_000

const kinds: readonly {
  readonly name: string
  readonly skip: string | false
  readonly open: () => Promise<OwnDatabase>
  readonly redis?: string
}[] = [
  { name: 'SQLite', skip: false, open: ownSqliteFile },
  { name: 'PostgreSQL', skip: await skipWithout(postgresUrl), open: ownPostgresDatabase },
  { name: 'MariaDB, which tells nothing', skip: await skipWithout(mysqlUrl), open: ownMysqlDatabase },
  { name: 'Redis before SQLite', skip: await skipWithout(redisUrl), open: ownSqliteFile, redis: redisUrl },
]

for (const { name, skip, open, redis } of kinds) {
  describe(`a WebSocket on one of two servers on ${name}`, { skip }, () => {
    const children: ChildProcess[] = []
    let database: OwnDatabase
    let ports: readonly number[] = []

    before(async () => {
      database = await open()
      const secret = randomBytes(32).toString('base64url')
      for (let count = 0; count < 2; count++) {
        ports = [
          ...ports,
          await start({
            DATABASE_URL: database.url,
            LATCHKEY_SECRET: secret,
            ...(redis && { REDIS_URL: redis }),
          }),
        ]
      }
    })
    after(async () => {
      for (const child of children) {
        child.stdin?.end()
        if (child.exitCode === null) await once(child, 'exit')
      }
      await database.drop()
    })

    async function start(environment: Readonly<Record<string, string>>): Promise<number> {
      const child = spawn(process.execPath, ['--conditions=latchkey-source', program], {
        env: { PATH: process.env.PATH, ORIGIN: origin, NODE_ENV: 'production', ...environment },
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      children.push(child)
      const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
      return Number(line)
    }

    async function signIn(port: number): Promise<string> {
      const { headers } = await fetch(`http://127.0.0.1:${port}/sign-in`, { method: 'POST' })
      return headers
        .getSetCookie()
        .map((cookie) => cookie.split(';', 1)[0])
        .join('; ')
    }

    const signOut = (port: number, cookie: string) =>
      fetch(`http://127.0.0.1:${port}/auth/logout`, {
        method: 'POST',
        headers: { cookie, origin },
        redirect: 'manual',
      })

    test('P17 closes when its session is signed out on the other one, and no other WebSocket does', async () => {
      const [one = 0, two = 0] = ports
      const [cookie, othersCookie] = [await signIn(one), await signIn(two)]
      const socket = await openSocket(one, cookie)
      const others = await openSocket(one, othersCookie)
      const closed = once(socket, 'close', { signal: AbortSignal.timeout(patience) })
      assert.equal((await signOut(two, cookie)).status, 303)
      const [{ code, reason }] = (await closed) as [CloseEvent]
      assert.deepEqual([code, reason], [4401, 'signed out'])
      assert.equal(others.readyState, WebSocket.OPEN)
      const othersClosed = once(others, 'close', { signal: AbortSignal.timeout(patience) })
      await signOut(one, othersCookie)
      await othersClosed
      await assert.rejects(openSocket(two, cookie))
    })
  })
}

async function openSocket(port: number, cookie: string): Promise<WebSocket> {
  const options = { headers: { cookie } } as unknown as string[]
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`, options)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error('the socket was refused')))
  })
  return socket
}
