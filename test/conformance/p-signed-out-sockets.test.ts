// A WebSocket on one server and a sign-out on another: two processes that share only the store.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { after, before, describe, test } from 'node:test'
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
import {
  openSocket,
  type SocketServer,
  signInAt,
  signOutAt,
  startSocketServer,
} from '../support/socket-servers.ts'

const origin = 'http://localhost:3000'
/** The promised bound is one second; a busy machine needs longer to deliver. */
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
    const servers: SocketServer[] = []
    let database: OwnDatabase

    before(async () => {
      database = await open()
      const environment = {
        ORIGIN: origin,
        DATABASE_URL: database.url,
        LATCHKEY_SECRET: randomBytes(32).toString('base64url'),
        ...(redis && { REDIS_URL: redis }),
      }
      for (let count = 0; count < 2; count++) servers.push(await startSocketServer(environment))
    })
    after(async () => {
      for (const server of servers) await server.stop()
      await database.drop()
    })

    test('P17 closes when its session is signed out on the other one, and no other WebSocket does', async () => {
      const [one = 0, two = 0] = servers.map(({ port }) => port)
      const [cookie, othersCookie] = [await signInAt(one), await signInAt(two)]
      const socketAt = (port: number, sent: string) => openSocket(`ws://127.0.0.1:${port}/socket`, sent)
      const socket = await socketAt(one, cookie)
      const others = await socketAt(one, othersCookie)
      const closed = once(socket, 'close', { signal: AbortSignal.timeout(patience) })
      assert.equal((await signOutAt(two, cookie, origin)).status, 303)
      const [{ code, reason }] = (await closed) as [CloseEvent]
      assert.deepEqual([code, reason], [4401, 'signed out'])
      assert.equal(others.readyState, WebSocket.OPEN)
      const othersClosed = once(others, 'close', { signal: AbortSignal.timeout(patience) })
      await signOutAt(one, othersCookie, origin)
      await othersClosed
      await assert.rejects(socketAt(two, cookie))
    })
  })
}
