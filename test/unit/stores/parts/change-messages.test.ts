// Messages between servers carry any id, and never exceed what a channel can transport.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SessionChange } from '../../../../src/contracts/session-watch.ts'
import { messagesOf, readChangeMessage } from '../../../../src/stores/parts/change-messages.ts'

const oddIds = [
  'ada lovelace',
  ' ',
  `it's "quoted" %20 % %zz`,
  'two\nlines\r\ttab',
  'nul\0',
  'Zoë 山田太郎 👩‍👩‍👧‍👦',
  'everything',
  '\u2028\u00a0\u3000',
]

test('NH13 every id comes back as it was', () => {
  for (const id of oddIds) {
    const changes: SessionChange[] = [
      { kind: 'user', userId: id },
      { kind: 'sessions', sessionIds: [id, 'plain', id] },
    ]
    for (const change of changes) {
      const messages = messagesOf(change)
      assert.equal(messages.length, 1)
      assert.match(messages[0] ?? '', /^[\x21-\x7e]+( [\x21-\x7e]+)*$/)
      assert.deepEqual(readChangeMessage(messages[0] ?? ''), change)
    }
  }
})

test('ids of letters and digits look as they did in the version before', () => {
  assert.deepEqual(messagesOf({ kind: 'user', userId: 'u-1_x' }), ['user u-1_x'])
  assert.deepEqual(messagesOf({ kind: 'sessions', sessionIds: ['a', 'b'] }), ['ended a b'])
  assert.deepEqual(messagesOf({ kind: 'everything' }), ['everything'])
  assert.deepEqual(messagesOf({ kind: 'sessions', sessionIds: [] }), [])
})

test('what the version before sent for an odd id is the change of everything, never of somebody else', () => {
  for (const message of ['user ada lovelace', 'user 100%', 'ended %e0%a4%a a']) {
    assert.deepEqual(readChangeMessage(message), { kind: 'everything' })
  }
})

test('beats and words of a later version are no changes', () => {
  for (const message of ['beat two 5', 'newer thing', 'user', 'ended', ''])
    assert.equal(readChangeMessage(message), null)
})

test('many or long ids are told in messages that fit', () => {
  const sessionIds = Array.from({ length: 450 }, (_, at) => String(at).padStart(22, 'x'))
  const messages = messagesOf({ kind: 'sessions', sessionIds })
  assert.equal(messages.length, 2)
  assert.ok(messages.every((message) => message.length < 8_000))
  assert.deepEqual(
    messages.flatMap((message) => message.split(' ').slice(1)),
    sessionIds,
  )
  assert.deepEqual(messagesOf({ kind: 'user', userId: 'x'.repeat(9_000) }), ['everything'])
  assert.deepEqual(messagesOf({ kind: 'sessions', sessionIds: ['😀'.repeat(900)] }), ['everything'])
})
