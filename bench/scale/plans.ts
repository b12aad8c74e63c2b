// How the large database executes the queries: their plans, and what they cost in pages.
import { Kysely } from 'kysely'
import { compilerDialect } from '../../src/stores/parts/sql/compiler-dialect.ts'
import type { SqlDatabase } from '../../src/stores/parts/sql/database.ts'
import { findSessionSql } from '../../src/stores/parts/sql/find-session-sql.ts'
import type { Query } from '../../src/stores/parts/sql/query.ts'
import { compileStatements } from '../../src/stores/parts/sql/statements.ts'
import type { Tables } from '../../src/stores/parts/sql/tables.ts'
import { printTable } from '../equipment/print-table.ts'
import { type Crowd, sessionIdOf, subjectOf, sweepMoment, userIdOf } from './crowd.ts'
import { livingSession, SWEPT_ROWS, someUser } from './crowded-application.ts'
import type { Place } from './places.ts'

/** The queries that requests wait for; each call picks a user at random. */
type Draws = Readonly<Record<string, (crowd: Crowd) => Query<unknown>>>

async function drawsOf(database: SqlDatabase): Promise<Draws> {
  const db = new Kysely<Tables>({ dialect: compilerDialect(database.traits.language) })
  const { findAccount, listSessions, sweepSessions } = compileStatements(db, database.traits)
  const check = findSessionSql(database.traits)
  return {
    'session check': (crowd) => plain(check, [sessionIdOf(livingSession(crowd))]),
    login: (crowd) => findAccount({ issuer: crowd.issuer, subject: subjectOf(someUser(crowd)) }),
    list: (crowd) => listSessions({ user_id: userIdOf(someUser(crowd)), now: crowd.filledAt }),
    sweep: (crowd) => sweepSessions({ now: sweepMoment(crowd), limit: SWEPT_ROWS }),
  }
}

const plain = <Row>(sql: string, values: Query<Row>['values']): Query<Row> => ({
  sql,
  values,
  orNothing: false,
})

export async function printPlans({ engine, crowd, open }: Place): Promise<void> {
  const database = open()
  const explain = engine === 'SQLite' ? 'explain query plan' : 'explain'
  for (const [name, draw] of Object.entries(await drawsOf(database))) {
    const { sql, values } = draw(crowd)
    const { rows } = await database.run(plain<Record<string, unknown>>(`${explain} ${sql}`, values))
    console.log(`  plan of ${name}:`)
    for (const row of rows) console.log(`    ${row.detail ?? row['QUERY PLAN']}`)
  }
  await database.close()
}

interface Explained {
  readonly 'Execution Time': number
  readonly 'Planning Time': number
  readonly Plan: { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number }
}

/** Prints how many pages a query touched, and how many of those were not in the memory of PostgreSQL, by its own count. */
export async function printPages(places: readonly Place[]): Promise<void> {
  const rows: string[][] = []
  for (const { crowd, open } of places) {
    const database = open()
    const draws = await drawsOf(database)
    for (const [name, draw] of Object.entries(draws)) {
      const seen: Explained[] = []
      for (let time = 0; time < (name === 'sweep' ? 1 : 300); time++)
        seen.push(await explain(database, draw(crowd)))
      const mean = (pick: (one: Explained) => number): number =>
        seen.reduce((sum, one) => sum + pick(one), 0) / seen.length
      rows.push([
        `${name}, ${crowd.users} users`,
        mean(({ Plan }) => Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks']).toFixed(1),
        mean(({ Plan }) => Plan['Shared Read Blocks']).toFixed(2),
        (mean((one) => one['Execution Time']) * 1000).toFixed(0),
        (mean((one) => one['Planning Time']) * 1000).toFixed(0),
      ])
    }
    await database.close()
  }
  printTable(
    'PostgreSQL: pages of a query, means of 300',
    ['', 'pages', 'not in its memory', 'execution µs', 'planning µs'],
    rows,
  )
}

/** Runs the query and rolls its changes back. */
async function explain(database: SqlDatabase, { sql, values }: Query<unknown>): Promise<Explained> {
  let explained: Explained | undefined
  const done = new Error('taken back')
  await database
    .atomically([
      { query: plain(`explain (analyze, buffers, format json) ${sql}`, values) },
      {
        query: plain('select 1', []),
        isIdle: ([answer]) => {
          const [row] = (answer?.rows ?? []) as { 'QUERY PLAN': readonly Explained[] }[]
          explained = row?.['QUERY PLAN'][0]
          throw done
        },
      },
    ])
    .catch((error: unknown) => {
      if (!explained) throw error
    })
  if (!explained) throw new Error('a plan was not answered')
  return explained
}
