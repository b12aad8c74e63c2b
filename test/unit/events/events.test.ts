// Events: one call produces the log line, the audit row and the hook call.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AuthEvent, AuthEventDraft } from '../../../src/contracts/events.ts'
import type { LogEntry } from '../../../src/contracts/log.ts'
import { platform } from '../../../src/crypto/platform.ts'
import { createIdMaker } from '../../../src/crypto/time-ordered-id.ts'
import { createAuditTrail } from '../../../src/events/audit-trail.ts'
import { createEvents, type Events } from '../../../src/events/events.ts'
import { memory } from '../../../src/stores/memory.ts'

const day = 86_400_000

function bench({ keepMilliseconds = null as number | null, isBroken = false } = {}) {
  const store = memory()
  const log: LogEntry[] = []
  const told: AuthEvent[] = []
  const clock = { now: Date.parse('2026-03-01T12:00:00Z') }
  const now = () => clock.now
  if (isBroken) store.audit.append = () => Promise.reject(new Error('disk full'))
  const audit = createAuditTrail({ store, keepMilliseconds, newId: createIdMaker(now, platform) })
  const hooks = (event: AuthEvent) => told.push(event)
  const events: Events = createEvents({ log: (entry) => log.push(entry), now, audit, hooks })
  return { store, log, told, clock, events }
}

const signedIn: AuthEventDraft = {
  type: 'signed_in',
  userId: 'user-1',
  sessionId: 'session-1',
  provider: 'h',
  intent: 'login',
}
const where = { referenceId: 'ref', clientAddress: '192.0.2.1', userAgent: 'Mozilla/5.0', milliseconds: 7 }

test('one call yields a log line, a row and a hook that say the same', async () => {
  const { store, log, told, events } = bench()
  await events.emit(signedIn, where)
  await events.idle()
  const [line, ...others] = log
  assert.deepEqual(others, [])
  assert.equal(line?.event, 'signed_in')
  assert.equal(line?.level, 'info')
  assert.equal(line?.time, '2026-03-01T12:00:00.000Z')
  assert.deepEqual([line?.userId, line?.sessionId, line?.provider], ['user-1', 'session-1', 'h'])
  assert.deepEqual([line?.referenceId, line?.milliseconds], ['ref', 7])
  const [row] = await store.audit.list({ limit: 10 })
  const { id, ...entry } = row ?? { id: '' }
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.deepEqual(entry, {
    at: Date.parse('2026-03-01T12:00:00Z'),
    type: 'signed_in',
    userId: 'user-1',
    sessionId: 'session-1',
    accountId: null,
    provider: 'h',
    reason: 'login',
    referenceId: 'ref',
    userAgent: 'Mozilla/5.0',
    clientAddress: '192.0.2.1',
  })
  assert.equal(told.length, 1)
  assert.deepEqual(told[0], {
    ...signedIn,
    at: new Date('2026-03-01T12:00:00Z'),
    referenceId: 'ref',
    clientAddress: '192.0.2.1',
    userAgent: 'Mozilla/5.0',
  })
  assert.ok(Object.isFrozen(told[0]))
})

function refusal(code: 'account_refused' | 'request_not_found', userId: string | null): AuthEventDraft {
  return {
    type: 'refused',
    code,
    status: 403,
    provider: 'h',
    userId,
    detail: 'about ada@example.com',
    causes: ['Error: about ada@example.com'],
    facts: {},
  }
}

test("a stranger's refusals are logged and told, and fill no table", async () => {
  const { store, log, told, events } = bench()
  for (let count = 0; count < 50; count++) await events.emit(refusal('account_refused', null), where)
  await events.idle()
  assert.equal(log.length, 50)
  assert.equal(log[0]?.level, 'warn')
  assert.equal(told.length, 50)
  assert.deepEqual(await store.audit.list({ limit: 10 }), [])
})

test("a signed-in person's refused deed is a row, with its code and without words", async () => {
  const { store, events } = bench()
  await events.emit(refusal('request_not_found', 'user-1'), where)
  assert.deepEqual(await store.audit.list({ limit: 10 }), [])
  await events.emit(refusal('account_refused', 'user-1'), where)
  const [row] = await store.audit.list({ limit: 10 })
  assert.equal(row?.reason, 'account_refused')
  assert.ok(!JSON.stringify(row).includes('ada@example.com'))
})

const reasons: readonly (readonly [AuthEventDraft, string | null])[] = [
  [{ type: 'session_ended', userId: 'u', sessionId: 's', by: 'person' }, 'person'],
  [{ type: 'sessions_ended', userId: 'u', sessionIds: ['s', 't'], by: 'application' }, 'application'],
  [{ type: 'user_updated', userId: 'u', changed: ['name', 'role'] }, 'name role'],
  [{ type: 'linked', userId: 'u', provider: 'h' }, null],
]
for (const [draft, reason] of reasons) {
  test(`the reason of ${draft.type} is ${reason}`, async () => {
    const { store, events } = bench()
    await events.emit(draft)
    assert.equal((await store.audit.list({ limit: 1 }))[0]?.reason, reason)
  })
}

test('a trail that cannot be written is an error in the log, and nothing else fails', async () => {
  const { log, told, events } = bench({ isBroken: true })
  await events.emit(signedIn, where)
  await events.idle()
  assert.deepEqual(
    log.map(({ event, level }) => [event, level]),
    [
      ['signed_in', 'info'],
      ['audit_failed', 'error'],
    ],
  )
  assert.equal(told.length, 1)
})

test('a hook that fails is an error in the log, without what looks like a token', async () => {
  const log: LogEntry[] = []
  const events = createEvents({
    log: (entry) => log.push(entry),
    now: Date.now,
    audit: null,
    hooks: () => {
      throw new TypeError('cannot send eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl')
    },
  })
  await events.emit(signedIn)
  await events.idle()
  const [, failure] = log
  assert.deepEqual([failure?.event, failure?.level, failure?.detail], ['hook_failed', 'error', 'signed_in'])
  assert.match(failure?.causes?.[0] ?? '', /^TypeError: cannot send \[hidden\]/)
})

test('entries are kept for ever, unless an age is given', async () => {
  for (const keepMilliseconds of [null, 30 * day]) {
    const { store, clock, events } = bench({ keepMilliseconds })
    await events.emit(signedIn)
    clock.now += 29 * day
    await events.emit(signedIn)
    assert.equal((await store.audit.list({ limit: 10 })).length, 2)
    clock.now += 2 * day
    await events.emit(signedIn)
    assert.equal((await store.audit.list({ limit: 10 })).length, keepMilliseconds === null ? 3 : 2)
  }
})
