// Store contract: bringing the schema up to date.
import assert from 'node:assert/strict'
import type { RegisterTest } from '../test-runner.ts'
import type { TheStore } from './the-store.ts'

export function migrationTests(test: RegisterTest, store: TheStore): void {
  test('migrate applies what is pending, once, however many ask at the same time', async () => {
    const pending = await store().pendingMigrations()
    const applied = await Promise.all([store().migrate(), store().migrate(), store().migrate()])
    assert.deepEqual(applied.flat(), pending)
    assert.deepEqual(await store().pendingMigrations(), [])
    assert.deepEqual(await store().migrate(), [])
  })
}
