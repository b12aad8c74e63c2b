// Store contract: one-time marks.
import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import type { RegisterTest } from '../test-runner.ts'
import { newHandle } from './records.ts'
import { nearlyEqualTexts } from './texts.ts'
import type { TheStore } from './the-store.ts'

export function usedMarkTests(test: RegisterTest, store: TheStore): void {
  test('of many who use a key at once, one is the first', async () => {
    const key = `attempt:${newHandle()}`
    const expiresAt = Date.now() + 600_000
    const firsts = await Promise.all(Array.from({ length: 100 }, () => store().marks.useOnce(key, expiresAt)))
    assert.equal(firsts.filter(Boolean).length, 1)
    assert.equal(await store().marks.useOnce(key, expiresAt + 1), false)
    assert.equal(await store().marks.useOnce(`${key}x`, expiresAt), true)
  })

  test('a key counts as used for everyone after it was marked', async () => {
    const key = `logout:${newHandle()}`
    assert.equal(await store().marks.isUsed(key), false)
    await store().marks.useOnce(key, Date.now() + 600_000)
    assert.equal(await store().marks.isUsed(key), true)
    assert.equal(await store().marks.isUsed(`${key}x`), false)
  })

  test('keys are compared byte for byte', async () => {
    const prefix = newHandle()
    const expiresAt = Date.now() + 600_000
    for (const text of nearlyEqualTexts) {
      const key = `${prefix}${text}`
      assert.equal(await store().marks.useOnce(key, expiresAt), true, JSON.stringify(text))
      assert.equal(await store().marks.useOnce(key, expiresAt), false, JSON.stringify(text))
    }
  })

  test('a mark outlives every sweep before its expiry, and is swept after it', async () => {
    const key = newHandle()
    const expiresAt = Date.now() + 1_000
    assert.equal(await store().marks.useOnce(key, expiresAt), true)
    await store().marks.sweep(expiresAt - 1, 100)
    assert.equal(await store().marks.useOnce(key, expiresAt), false)
    await setTimeout(expiresAt - Date.now() + 20)
    while ((await store().marks.sweep(Date.now(), 100)) > 0);
    assert.equal(await store().marks.useOnce(key, Date.now() + 600_000), true)
  })
}
