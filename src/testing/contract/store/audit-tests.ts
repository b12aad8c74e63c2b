// Store contract: the audit trail.
import assert from 'node:assert/strict'
import type { RegisterTest } from '../test-runner.ts'
import { newAccount, newAuditEntry, newHandle, newUser } from './records.ts'
import { unusualTexts } from './texts.ts'
import type { TheStore } from './the-store.ts'

export function auditTests(test: RegisterTest, store: TheStore): void {
  test('an entry comes back as it was appended, with and without its optional parts', async () => {
    const userId = newHandle()
    const nothing = { sessionId: null, accountId: null, provider: null, reason: null, referenceId: null }
    const full = newAuditEntry(userId, { accountId: newHandle() })
    const bare = newAuditEntry(userId, { ...nothing, userAgent: null, clientAddress: null })
    for (const entry of [full, bare]) await store().audit.append(entry)
    assert.deepEqual(await store().audit.list({ userId, limit: 10 }), [bare, full])
  })

  test('unusual text in an entry comes back exactly', async () => {
    const userId = newHandle()
    const entries = unusualTexts.map((text) => newAuditEntry(userId, { reason: text, userAgent: text }))
    for (const entry of entries) await store().audit.append(entry)
    const listed = await store().audit.list({ userId, limit: entries.length })
    assert.deepEqual([...listed].reverse(), entries)
  })

  test('entries are read newest first, a part at a time, one user’s or everybody’s', async () => {
    const [one, other] = [newHandle(), newHandle()]
    const entries = [one, other, one, one].map((userId) => newAuditEntry(userId))
    for (const entry of entries) await store().audit.append(entry)
    const [first, second, third, fourth] = entries
    assert.deepEqual(await store().audit.list({ userId: one, limit: 2 }), [fourth, third])
    assert.deepEqual(await store().audit.list({ userId: one, before: third?.id, limit: 2 }), [first])
    assert.deepEqual(await store().audit.list({ limit: 2 }), [fourth, third])
    assert.deepEqual(await store().audit.list({ before: third?.id, limit: 2 }), [second, first])
    assert.deepEqual(await store().audit.list({ userId: newHandle(), limit: 2 }), [])
  })

  test('entries outlive their user', async () => {
    const user = newUser()
    await store().users.create(user, newAccount(user.id))
    const entry = newAuditEntry(user.id)
    await store().audit.append(entry)
    await store().users.delete(user.id)
    assert.deepEqual(await store().audit.list({ userId: user.id, limit: 10 }), [entry])
  })

  test('old entries go, oldest first and at most so many; what is not before the id stays', async () => {
    const userId = newHandle()
    const entries = [1, 2, 3].map(() => newAuditEntry(userId))
    for (const entry of entries) await store().audit.append(entry)
    const [, second, third] = entries
    const older = await store().audit.list({ before: second?.id, limit: 1_000 })
    assert.equal(await store().audit.deleteBefore(second?.id ?? '', 1_000), older.length)
    assert.deepEqual(await store().audit.list({ userId, limit: 10 }), [third, second])
    assert.equal(await store().audit.deleteBefore('g', 1), 1)
    assert.deepEqual(await store().audit.list({ userId, limit: 10 }), [third])
  })
}
