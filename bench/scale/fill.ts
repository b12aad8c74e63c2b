// Fills a migrated database as fast as the engine can: without the secondary indexes, which are created at the end.
import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { type Crowd, type FillStatement, fillStatements } from './crowd.ts'

const PORTION = 250_000

export async function fillPostgres(url: string, crowd: Crowd): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    // As when restoring a dump: foreign keys are not checked row by row.
    await client.query("set session_replication_role = replica; set maintenance_work_mem = '256MB'")
    const { rows: indexes } = await client.query<{ name: string; sql: string }>(
      `select indexname as name, indexdef as sql from pg_indexes
        where tablename like 'latchkey_%' and indexname like '%\\_by\\_%'`,
    )
    const numbers = (first: number, last: number): string =>
      `generate_series(${first}::bigint, ${last}) as counted(n)`
    const statements = [
      ...indexes.map(({ name }) => `drop index ${name}`),
      ...fillStatements(crowd).flatMap((each) => portionsOf(each, numbers)),
      ...indexes.map(({ sql }) => sql),
      'vacuum analyze',
      'checkpoint',
    ]
    for (const sql of statements) await client.query(sql)
  } finally {
    await client.end()
  }
}

export async function fillSqlite(file: string, crowd: Crowd): Promise<void> {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false })
  try {
    database.exec('pragma synchronous = off; pragma cache_size = -200000')
    database.function('md5', { deterministic: true }, (text) =>
      createHash('md5').update(String(text)).digest('hex'),
    )
    const indexes = database
      .prepare(
        "select name, sql from sqlite_master where type = 'index' and name like '%\\_by\\_%' escape '\\'",
      )
      .all()
    const numbers = (first: number, last: number): string => `(with recursive counted(n) as
      (select ${first} union all select n + 1 from counted where n < ${last}) select n from counted)`
    const statements = [
      ...indexes.map(({ name }) => `drop index ${name}`),
      ...fillStatements(crowd).flatMap((each) => portionsOf(each, numbers)),
      ...indexes.map(({ sql }) => String(sql)),
      'analyze',
      'pragma wal_checkpoint(truncate)',
    ]
    for (const sql of statements) database.exec(sql)
  } finally {
    database.close()
  }
}

function portionsOf(
  { last, insertFrom }: FillStatement,
  numbers: (first: number, last: number) => string,
): readonly string[] {
  const firsts = Array.from({ length: Math.ceil(last / PORTION) }, (_, portion) => portion * PORTION + 1)
  return firsts.map((first) => insertFrom(numbers(first, Math.min(first + PORTION - 1, last))))
}
