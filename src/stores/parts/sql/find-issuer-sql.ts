// The question of every production start: whether development identities are left in the store. By hand, so that
// starting never loads Kysely.
import type { SqlTraits } from './database.ts'

/** Takes a text; answers the first `issuer` from it on, byte by byte, or null. The index on identities answers it. */
export function findIssuerSql({ firstPlaceholder }: Pick<SqlTraits, 'firstPlaceholder'>): string {
  return `select min(issuer) as issuer from latchkey_accounts where issuer >= ${firstPlaceholder}`
}
