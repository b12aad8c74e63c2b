// Neon's HTTP endpoint in front of a PostgreSQL server: each request is one query, or a list of queries in one transaction.
// Written from the driver's documentation and its requests (https://neon.com/docs/serverless/serverless-driver).
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

interface NeonQuery {
  readonly query: string
  readonly params: unknown[]
}

export interface NeonProxy {
  /** For `neonConfig.fetchEndpoint`. */
  readonly endpoint: string
  /** The number of requests received. */
  readonly requests: () => number
  readonly stop: () => Promise<void>
}

const ISOLATION: Readonly<Record<string, string>> = {
  ReadCommitted: 'read committed',
  RepeatableRead: 'repeatable read',
  Serializable: 'serializable',
}

/** All values are sent as text; the driver converts them to numbers and booleans. */
const asText = { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig

export async function startNeonProxy(): Promise<NeonProxy> {
  let count = 0
  const pools = new Map<string, pg.Pool>()
  function poolFor(url: string): pg.Pool {
    const pool = pools.get(url) ?? new pg.Pool({ connectionString: url, max: 20 })
    // Dropping a database ends its connections.
    if (!pools.has(url)) pool.on('error', () => undefined)
    pools.set(url, pool)
    return pool
  }
  const server = createServer(async (request, response) => {
    count++
    try {
      const url = String(request.headers['neon-connection-string'])
      const client = await poolFor(url).connect()
      try {
        const body = JSON.parse(await readText(request))
        const answer = body.queries
          ? { results: await runAll(client, body.queries, request) }
          : await run(client, body)
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
      } finally {
        client.release()
      }
    } catch (error) {
      const { message, code, detail, constraint } = error as pg.DatabaseError
      response.writeHead(400, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ message, code, detail, constraint }))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sql`,
    requests: () => count,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      for (const pool of pools.values()) await pool.end()
    },
  }
}

async function runAll(client: pg.PoolClient, queries: readonly NeonQuery[], { headers }: IncomingMessage) {
  const level = ISOLATION[String(headers['neon-batch-isolation-level'])] ?? 'read committed'
  await client.query(`begin isolation level ${level}`)
  try {
    const results = []
    for (const query of queries) results.push(await run(client, query))
    await client.query('commit')
    return results
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function run(client: pg.PoolClient, { query, params }: NeonQuery) {
  const { rows, fields, rowCount, command } = await client.query({
    text: query,
    values: params,
    rowMode: 'array',
    types: asText,
  })
  return {
    command,
    rowCount,
    rows,
    rowAsArray: true,
    fields: fields.map(({ name, dataTypeID }) => ({ name, dataTypeID })),
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
