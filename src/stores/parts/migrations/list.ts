// The migrations, in the order in which they are applied. A released migration is never changed; new ones are added
// at the end. Each is loaded only when needed.
import type { SqlTraits } from '../sql/database.ts'
import type { SchemaAccess } from './create-table.ts'

export interface Migration {
  up(db: SchemaAccess, traits: SqlTraits): Promise<void>
  down(db: SchemaAccess): Promise<void>
}

export interface ListedMigration {
  readonly name: string
  readonly load: () => Promise<Migration>
}

export const MIGRATIONS: readonly ListedMigration[] = [
  { name: '0001-users-accounts-sessions', load: () => import('./0001-users-accounts-sessions.ts') },
  { name: '0002-provider-tokens', load: () => import('./0002-provider-tokens.ts') },
  { name: '0003-audit-trail', load: () => import('./0003-audit-trail.ts') },
  { name: '0004-session-details', load: () => import('./0004-session-details.ts') },
]
