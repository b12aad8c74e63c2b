// Where a database keeps the list of what was applied.
export const MIGRATIONS_TABLE = 'latchkey_migrations'
