// The HTTP protocol of a libSQL server, on `node:sqlite`, since no package registry has `sqld` itself. Written from
// https://github.com/tursodatabase/libsql/blob/main/docs/HTTP_V2_SPEC.md and HRANA_2_SPEC.md. Each request is one stream, so a
// client cannot keep a transaction open across two requests.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DatabaseSync } from 'node:sqlite'

type HranaValue =
  | { readonly type: 'null' }
  | { readonly type: 'integer'; readonly value: string }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }

interface HranaStatement {
  readonly sql?: string | null
  readonly sql_id?: number | null
  readonly args?: readonly HranaValue[]
}

type Condition =
  | { readonly type: 'ok' | 'error'; readonly step: number }
  | { readonly type: 'not'; readonly cond: Condition }
  | { readonly type: 'and' | 'or'; readonly conds: readonly Condition[] }
  | { readonly type: 'is_autocommit' }

interface HranaRequest {
  readonly type: string
  readonly stmt?: HranaStatement
  readonly sql_id?: number
  readonly sql?: string
  readonly batch?: {
    readonly steps: readonly { readonly stmt: HranaStatement; readonly condition?: Condition | null }[]
  }
}

export interface HranaServer {
  readonly url: string
  readonly requests: () => number
  readonly stop: () => Promise<void>
}

/** `token`: the token that clients must send. */
export async function startHranaServer({ token }: { readonly token?: string } = {}): Promise<HranaServer> {
  let count = 0
  const database = new DatabaseSync(':memory:')
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://server').pathname
    if (request.method === 'GET' && path === '/v2') return response.writeHead(200).end()
    if (request.method !== 'POST' || path !== '/v2/pipeline') return response.writeHead(404).end()
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`)
      return response.writeHead(401).end('{"error":"no such token"}')
    count++
    const { requests } = JSON.parse(await readText(request)) as { requests: readonly HranaRequest[] }
    const results = runPipeline(database, requests)
    // The stream ends with its request.
    if (database.isTransaction) database.exec('rollback')
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ baton: null, base_url: null, results }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => count,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      database.close()
    },
  }
}

function runPipeline(database: DatabaseSync, requests: readonly HranaRequest[]): readonly object[] {
  const texts = new Map<number, string>()
  const execute = (statement: HranaStatement): object =>
    executeOne(database, statement.sql ?? texts.get(Number(statement.sql_id)) ?? '', statement.args ?? [])

  function answer(request: HranaRequest): object {
    const { type } = request
    if (type === 'execute' && request.stmt) return { type, result: execute(request.stmt) }
    if (type === 'batch' && request.batch) return { type, result: runBatch(request.batch.steps) }
    if (type === 'store_sql') texts.set(Number(request.sql_id), String(request.sql))
    if (type === 'get_autocommit') return { type, is_autocommit: !database.isTransaction }
    return { type }
  }

  function runBatch(steps: NonNullable<HranaRequest['batch']>['steps']): object {
    const results: (object | null)[] = []
    const errors: (object | null)[] = []
    const holds = (condition: Condition): boolean => {
      if (condition.type === 'ok') return results[condition.step] !== null
      if (condition.type === 'error') return errors[condition.step] !== null
      if (condition.type === 'not') return !holds(condition.cond)
      if (condition.type === 'and') return condition.conds.every(holds)
      if (condition.type === 'or') return condition.conds.some(holds)
      return !database.isTransaction
    }
    for (const { stmt, condition } of steps) {
      let [result, error]: (object | null)[] = [null, null]
      if (!condition || holds(condition)) {
        try {
          result = execute(stmt)
        } catch (thrown) {
          error = errorOf(thrown)
        }
      }
      results.push(result ?? null)
      errors.push(error ?? null)
    }
    return { step_results: results, step_errors: errors }
  }

  return requests.map((request) => {
    try {
      return { type: 'ok', response: answer(request) }
    } catch (error) {
      return { type: 'error', error: errorOf(error) }
    }
  })
}

function executeOne(database: DatabaseSync, sql: string, args: readonly HranaValue[]): object {
  const statement = database.prepare(sql)
  const values = args.map((arg) =>
    arg.type === 'null' ? null : arg.type === 'integer' ? Number(arg.value) : arg.value,
  )
  const columns = statement.columns()
  if (columns.length === 0) {
    const { changes, lastInsertRowid } = statement.run(...values)
    return { cols: [], rows: [], affected_row_count: changes, last_insert_rowid: String(lastInsertRowid) }
  }
  statement.setReturnArrays(true)
  const rows = statement.all(...values) as unknown as unknown[][]
  return {
    cols: columns.map(({ name }) => ({ name, decltype: null })),
    rows: rows.map((row) => row.map(toHrana)),
    affected_row_count: 0,
    last_insert_rowid: null,
  }
}

function toHrana(value: unknown): HranaValue {
  if (value === null) return { type: 'null' }
  if (typeof value === 'string') return { type: 'text', value }
  return Number.isInteger(value)
    ? { type: 'integer', value: String(value) }
    : { type: 'float', value: Number(value) }
}

function errorOf(error: unknown): object {
  const { message, errcode } = error as Error & { errcode?: number }
  return {
    message: `SQLite error: ${message}`,
    code: errcode === 787 ? 'SQLITE_CONSTRAINT' : 'SQLITE_UNKNOWN',
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
