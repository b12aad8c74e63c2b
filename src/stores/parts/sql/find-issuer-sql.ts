// The query of every start in production: are there development identities in the store? Written by hand, so that
// starting never loads Kysely.
import type { SqlTraits } from './database.ts'
import { qualifiedName } from './qualified-name.ts'

/** Takes a text; returns the first `issuer` that is not below it, byte by byte, or null. Uses the index on identities. */
export function findIssuerSql(traits: Pick<SqlTraits, 'firstPlaceholder' | 'schema'>): string {
  const accounts = qualifiedName(traits, 'latchkey_accounts')
  return `select min(issuer) as issuer from ${accounts} where issuer >= ${traits.firstPlaceholder}`
}
