// How recent and how strong a sign-in must be, in links and against a session (case D16).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Session } from '../../../../src/contracts/session.ts'
import { demandIn, demandQuery, satisfies } from '../../../../src/flows/sign-in/demand.ts'
import { assertRefusedWith } from '../assert-refused-with.ts'

const session = { authenticatedAt: new Date(1_000_000), acr: 'urn:mfa' } as Session

test('recent: to the very second', () => {
  assert.ok(satisfies(session, { maxAgeSeconds: 300 }, 1_300_000))
  assert.ok(!satisfies(session, { maxAgeSeconds: 300 }, 1_300_001))
  assert.ok(satisfies(session, { maxAgeSeconds: 0 }, 1_000_000))
  assert.ok(satisfies(session, {}, Number.MAX_SAFE_INTEGER))
})

test('strong: one of the levels', () => {
  assert.ok(satisfies(session, { acrValues: ['urn:key', 'urn:mfa'] }, 0))
  assert.ok(!satisfies(session, { acrValues: ['urn:key'] }, 0))
  assert.ok(!satisfies(session, { acrValues: [] }, 0))
  assert.ok(!satisfies({ ...session, acr: null }, { acrValues: ['urn:mfa'] }, 0))
})

test('a link says what it demands, and nothing when it demands nothing', () => {
  const demand = { maxAgeSeconds: 300, acrValues: ['a', 'b'] }
  assert.deepEqual(demandIn(new URLSearchParams(demandQuery(demand))), demand)
  for (const query of ['', 'acr=', 'acr=%20%20', 'x=1'])
    assert.equal(demandIn(new URLSearchParams(query)), null)
})

test('nonsense is bounded', async () => {
  for (const maxAge of ['', '-1', '1.5', '1e3', '300s', '123456789']) {
    await assertRefusedWith('request_malformed', () => demandIn(new URLSearchParams({ maxAge, acr: 'a' })))
  }
  assert.equal(demandIn(new URLSearchParams({ acr: 'a b c d e f g' }))?.acrValues?.length, 5)
  await assertRefusedWith('request_malformed', () => demandIn(new URLSearchParams({ acr: 'x'.repeat(513) })))
})
