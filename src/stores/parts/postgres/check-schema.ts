// Checks the option `schema`. https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
import { LatchkeyError } from '../../../errors.ts'

/** Throws `config_option_invalid` for an invalid identifier. `where`: the function's name for the message, such as `postgres`. */
export function checkSchema(where: string, schema: string | undefined): void {
  if (schema === undefined || /^[^\0]{1,63}$/.test(schema)) return
  const found = JSON.stringify(schema).slice(0, 80)
  const detail = `${where}({ schema }) must be a name of 1 to 63 characters; found ${found}.`
  throw new LatchkeyError('config_option_invalid', { detail })
}
