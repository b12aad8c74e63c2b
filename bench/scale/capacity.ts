// The throughput and the space of the databases themselves: the figures from which sizes are computed.
import { createClient } from 'redis'
import type { SessionRecord } from '../../src/contracts/session.ts'
import type { Store } from '../../src/contracts/store.ts'
import { platform } from '../../src/crypto/platform.ts'
import { timeOrderedHandle } from '../../src/crypto/time-ordered-handle.ts'
import { createIdMaker } from '../../src/crypto/time-ordered-id.ts'
import { memory } from '../../src/stores/memory.ts'
import { sqlStore } from '../../src/stores/parts/sql/sql-store.ts'
import { redis } from '../../src/stores/redis.ts'
import {
  newAccount,
  newAuditEntry,
  newHandle,
  newSession,
  newUser,
} from '../../src/testing/contract/store/records.ts'
import { ownRedisKeys } from '../../test/support/database-servers.ts'
import { printTable } from '../equipment/print-table.ts'
import { type Crowd, sessionIdOf } from './crowd.ts'
import { livingSession } from './crowded-application.ts'
import type { Place } from './places.ts'

const MILLISECONDS = 3_000
const newId = createIdMaker(Date.now, platform)

/** Writes the rows of a first login, in the order in which a login writes them. */
async function storeLogin(store: Store): Promise<SessionRecord> {
  await store.marks.useOnce(newHandle(), Date.now() + 600_000)
  const user = newUser({ id: newId(), picture: null })
  const account = newAccount(user.id, { id: newId() })
  await store.users.create(user, account)
  const { issuer, subject } = account
  const session = newSession(user.id, { id: timeOrderedHandle(Date.now(), platform), issuer, subject })
  await store.sessions.insert(session)
  await store.audit.append(newAuditEntry(user.id, { id: newId(), sessionId: session.id }))
  return session
}

const readSession = async (store: Store, crowd: Crowd): Promise<void> => {
  if (!(await store.sessions.find(sessionIdOf(livingSession(crowd))))) throw new Error('a session is missing')
}

export async function measurePostgres({ crowd, open }: Place): Promise<void> {
  const database = open()
  const store = sqlStore(database)
  const ask = async (sql: string): Promise<Record<string, unknown>> => {
    const { rows } = await database.run<Record<string, unknown>>({ sql, values: [], orNothing: false })
    return rows[0] ?? {}
  }
  const rows: string[][] = []
  for (const parallel of [1, 8]) {
    await repeat(parallel, 500, () => storeLogin(store))
    const logins = await repeat(parallel, MILLISECONDS, () => storeLogin(store))
    const reads = await repeat(parallel, MILLISECONDS, () => readSession(store, crowd))
    rows.push([`${parallel} at once`, logins.perSecond.toFixed(0), reads.perSecond.toFixed(0)])
  }
  printTable('PostgreSQL, from one process, a second', ['', 'rows of first logins', 'session reads'], rows)
  await ask('checkpoint')
  const { lsn } = await ask('select pg_current_wal_lsn() as lsn')
  const { count } = await repeat(8, MILLISECONDS, () => storeLogin(store))
  const { bytes } = await ask(`select pg_wal_lsn_diff(pg_current_wal_lsn(), '${lsn}') as bytes`)
  console.log(`\nWAL of a first login, among the first ${count} after a checkpoint: ${perOne(bytes, count)}`)
  for (const table of ['users', 'accounts', 'sessions', 'audit']) {
    const sizes = await ask(
      `select pg_total_relation_size('latchkey_${table}') as bytes, count(*) as rows from latchkey_${table}`,
    )
    console.log(`${table}: ${perOne(sizes.bytes, Number(sizes.rows))} a row, with its indexes`)
  }
  await store.close()
}

/** Redis reports the memory of each key, including its overhead. */
export async function measureRedisMemory(): Promise<void> {
  const { url, prefix, drop } = await ownRedisKeys()
  const store = redis(url, { behind: memory(), prefix })
  const client = await createClient({ url }).connect()
  const people = 500
  for (let person = 0; person < people; person++) {
    const { userId, issuer, subject } = await storeLogin(store)
    const second = { id: timeOrderedHandle(Date.now(), platform), issuer, subject }
    await store.sessions.insert(newSession(userId, second))
  }
  let bytes = 0
  for await (const keys of client.scanIterator({ MATCH: `${prefix}*`, COUNT: 1_000 })) {
    for (const key of keys) if (!key.includes('used:')) bytes += (await client.memoryUsage(key)) ?? 0
  }
  console.log(`Redis: ${perOne(bytes, people * 2)} a session, two for each person, with lists and user`)
  await client.close()
  await store.close()
  await drop()
}

async function repeat(
  parallel: number,
  milliseconds: number,
  work: () => Promise<unknown>,
): Promise<{ readonly count: number; readonly perSecond: number }> {
  const begunAt = performance.now()
  let count = 0
  const one = async (): Promise<void> => {
    while (performance.now() - begunAt < milliseconds) {
      await work()
      count += 1
    }
  }
  await Promise.all(Array.from({ length: parallel }, one))
  return { count, perSecond: (count / (performance.now() - begunAt)) * 1_000 }
}

const perOne = (bytes: unknown, count: number): string => `${(Number(bytes) / count).toFixed(0)} bytes`
