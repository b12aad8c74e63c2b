// Compiles a Kysely query once, with placeholders for its values; each run only looks up the values.
import { type Compilable, type RawBuilder, sql } from 'kysely'
import type { Query, SqlValue } from './query.ts'

/** A compiled query: call it with the values to get a query that can be run. */
export type Statement<Values, Row> = (values: Values) => Query<Row>

type PlaceholderOf<Values> = <Name extends keyof Values & string>(name: Name) => RawBuilder<Values[Name]>

class Placeholder {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/**
 * `compile((value) => db.selectFrom(…).where('id', '=', value('id')))`. With `orNothing` the query is an INSERT that
 * leaves an existing row as it is.
 */
export function compile<Values, Row>(
  build: (value: PlaceholderOf<Values>) => Compilable<unknown>,
  { orNothing = false }: { readonly orNothing?: boolean } = {},
): Statement<Values, Row> {
  const compiled = build((name) => sql`${sql.val(new Placeholder(name))}`).compile()
  const names = compiled.parameters.map((parameter) => {
    // The value of a constant would be missing from every run.
    if (!(parameter instanceof Placeholder)) throw new TypeError('A statement’s values must be named.')
    return parameter.name as keyof Values
  })
  return (values) => ({
    sql: compiled.sql,
    values: names.map((name) => values[name] as SqlValue),
    orNothing,
  })
}

/** Returns a placeholder for each of these columns, for INSERT and SET. */
export function columnsOf<Values, Name extends keyof Values & string>(
  value: PlaceholderOf<Values>,
  names: readonly Name[],
): { [Column in Name]: RawBuilder<Values[Column]> } {
  const entries = names.map((name) => [name, value(name)])
  return Object.fromEntries(entries)
}
