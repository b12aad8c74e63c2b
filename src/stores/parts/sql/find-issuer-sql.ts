// The question of every production start: whether development identities are left in the store. By hand, so that
// starting never loads Kysely.
import type { SqlTraits } from './database.ts'
import { qualifiedName } from './qualified-name.ts'

/** Takes a text; answers the first `issuer` from it on, byte by byte, or null. The index on identities answers it. */
export function findIssuerSql(traits: Pick<SqlTraits, 'firstPlaceholder' | 'schema'>): string {
  const accounts = qualifiedName(traits, 'latchkey_accounts')
  return `select min(issuer) as issuer from ${accounts} where issuer >= ${traits.firstPlaceholder}`
}
