// Logins that are begun and never finished: they leave nothing behind in the process and nothing in the store.
import { DatabaseSync } from 'node:sqlite'
import { latchkey } from '../../src/index.ts'
import { sqlite } from '../../src/stores/sqlite.ts'
import { describeProvider } from '../../test/support/in-process-application.ts'
import { startProvider } from '../../test/support/provider.ts'

export interface HeapSample {
  readonly starts: number
  readonly heapMiB: number
  readonly residentMiB: number
}

export interface AbandonedLogins {
  readonly microsecondsEach: number
  /** In all tables. */
  readonly rows: number
}

const ORIGIN = 'http://localhost:3000'

/** Each start is a request of somebody who was never there before. Needs `--expose-gc`. */
export async function abandonLogins(
  file: string,
  starts: number,
  tell: (sample: HeapSample) => void,
): Promise<AbandonedLogins> {
  const provider = await startProvider()
  const auth = latchkey({
    providers: [describeProvider('h', provider)],
    store: sqlite(file),
    origin: ORIGIN,
    secret: 'a secret that only this measurement knows of',
    environment: { NODE_ENV: 'production' },
    log: () => {},
  })
  await auth.migrate()
  const begunAt = performance.now()
  for (let done = 0; done < starts; done++) {
    if (done % Math.ceil(starts / 10) === 0 && done > 0) tell(sampleAt(done))
    const headers = { 'sec-fetch-site': 'same-origin', origin: ORIGIN, 'user-agent': `Visitor/${done}` }
    const response = await auth.handle(new Request(`${ORIGIN}/auth/login/h`, { method: 'POST', headers }))
    if (response.status !== 303) throw new Error(`a login did not begin: ${response.status}`)
  }
  const microsecondsEach = ((performance.now() - begunAt) / starts) * 1000
  tell(sampleAt(starts))
  await auth.close()
  await provider.stop()
  return { microsecondsEach, rows: countRows(file) }
}

function sampleAt(starts: number): HeapSample {
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  return { starts, heapMiB: heapUsed / 2 ** 20, residentMiB: rss / 2 ** 20 }
}

function countRows(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const tables = ['users', 'accounts', 'sessions', 'used_marks', 'tokens', 'leases', 'audit']
    const count = (name: string): number =>
      Number(database.prepare(`select count(*) as n from latchkey_${name}`).get()?.n)
    return tables.reduce((sum, name) => sum + count(name), 0)
  } finally {
    database.close()
  }
}
