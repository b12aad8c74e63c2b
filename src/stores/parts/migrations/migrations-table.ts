// The table that lists the applied migrations.
export const MIGRATIONS_TABLE = 'latchkey_migrations'
