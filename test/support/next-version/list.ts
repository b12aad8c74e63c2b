// The migrations of the next version: the current ones, and one more.
import { type ListedMigration, MIGRATIONS as TODAYS } from '../../../src/stores/parts/migrations/list.ts'

const number = String(TODAYS.length + 1).padStart(4, '0')

export const MIGRATIONS: readonly ListedMigration[] = [
  ...TODAYS,
  { name: `${number}-next-version`, load: () => import('./migration.ts') },
]
