// Logins that are started and never finished: they must leave nothing behind in the process or in the store.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { latchkey } from '../../src/index.ts'
import { sqlite } from '../../src/stores/sqlite.ts'
import { alsoWhenKilled } from '../../test/support/also-when-killed.ts'
import { describeProvider } from '../../test/support/in-process-application.ts'
import { startProvider } from '../../test/support/provider.ts'
import { printTable } from '../equipment/print-table.ts'

const ORIGIN = 'http://localhost:3000'
const PORTIONS = 20

/** Each start is a request of a new visitor. Needs `--expose-gc`. */
export async function measureAbandonedLogins(starts: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-abandoned-'))
  const clear = alsoWhenKilled(() => rm(folder, { recursive: true }))
  const file = join(folder, 'app.db')
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
  const start = async (visitor: number): Promise<void> => {
    const headers = { 'sec-fetch-site': 'same-origin', origin: ORIGIN, 'user-agent': `Visitor/${visitor}` }
    const response = await auth.handle(new Request(`${ORIGIN}/auth/login/h`, { method: 'POST', headers }))
    if (response.status !== 303) throw new Error(`a login did not begin: ${response.status}`)
  }
  const rows: string[][] = []
  for (let portion = 1, visitor = 0; portion <= PORTIONS; portion++) {
    while (visitor < (starts * portion) / PORTIONS) await start(visitor++)
    if ([1, 2, 10, 20].includes(portion)) rows.push(sampleAfter(visitor))
  }
  await auth.close()
  await provider.stop()
  printTable('Logins begun and abandoned', ['starts', 'heap, MiB', 'resident, MiB'], rows)
  console.log(`\nRows left in the store: ${countRows(file)}`)
  await clear()
}

function sampleAfter(starts: number): string[] {
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  return [String(starts), (heapUsed / 2 ** 20).toFixed(1), (rss / 2 ** 20).toFixed(0)]
}

/** The number of rows in all tables. */
function countRows(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const tables = database
      .prepare("select name from sqlite_master where type = 'table' and name like 'latchkey\\_%' escape '\\'")
      .all()
      .filter(({ name }) => !String(name).includes('migration'))
    const count = (name: unknown): number =>
      Number(database.prepare(`select count(*) as n from ${name}`).get()?.n)
    return tables.reduce((sum, { name }) => sum + count(name), 0)
  } finally {
    database.close()
  }
}
