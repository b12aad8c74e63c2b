import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as v from 'valibot'
import { createUserFields } from '../../../src/administration/user-fields.ts'
import type { SchemaResult, StandardSchema } from '../../../src/contracts/standard-schema.ts'
import { LatchkeyError } from '../../../src/errors.ts'

const schema = v.object({
  role: v.optional(v.picklist(['member', 'admin']), 'member'),
  since: v.optional(v.pipe(v.string(), v.isoDate())),
})

function invalid(detail: RegExp): (error: unknown) => boolean {
  return (error) =>
    error instanceof LatchkeyError && error.code === 'user_fields_invalid' && detail.test(error.detail ?? '')
}

test('a user without fields has the defaults of the schema', async () => {
  assert.deepEqual(await createUserFields(schema).read(null), { role: 'member' })
})

test('changes are joined with what is stored, and read back through the schema', async () => {
  const fields = createUserFields(schema)
  const first = await fields.change(null, { role: 'admin' })
  const second = await fields.change(first, { since: '2026-03-01' })
  assert.deepEqual(await fields.read(second), { role: 'admin', since: '2026-03-01' })
})

test('a default that the schema gets later reaches users who were stored before', async () => {
  const stored = await createUserFields(schema).change(null, { role: 'admin' })
  const later = createUserFields(v.object({ ...schema.entries, plan: v.optional(v.string(), 'free') }))
  assert.deepEqual(await later.read(stored), { role: 'admin', plan: 'free' })
})

test('what the schema refuses is refused with the name of the field, and without its value', async () => {
  const fields = createUserFields(schema)
  await assert.rejects(fields.change(null, { since: 'yesterday-secret' }), (error: unknown) => {
    assert.ok(invalid(/^since: /)(error))
    return true
  })
  assert.throws(() => fields.read('{"role":"owner"}'), invalid(/^role: /))
})

test('what JSON cannot hold is not kept as if it could', async () => {
  const fields = createUserFields(v.object({ at: v.optional(v.date()) }))
  await assert.rejects(fields.change(null, { at: new Date(0) }), invalid(/^at: /))
})

test('fields that would make every session check slow are refused', async () => {
  const fields = createUserFields(v.object({ note: v.optional(v.string()) }))
  await assert.rejects(fields.change(null, { note: 'x'.repeat(20_000) }), invalid(/20011 characters/))
  assert.ok(await fields.change(null, { note: 'x'.repeat(10_000) }))
})

test('a schema that refuses a new user is an error at start', () => {
  assert.throws(
    () => createUserFields(v.object({ role: v.string() })),
    (error: unknown) => error instanceof LatchkeyError && error.code === 'config_option_invalid',
  )
})

test('an asynchronous schema is waited for', async () => {
  const slow: StandardSchema<{ n: number }> = {
    '~standard': {
      version: 1,
      vendor: 'test',
      async validate(value): Promise<SchemaResult<{ n: number }>> {
        const { n = 0 } = value as { n?: unknown }
        return typeof n === 'number' ? { value: { n } } : { issues: [{ message: 'a number', path: ['n'] }] }
      },
    },
  }
  const fields = createUserFields(slow)
  assert.deepEqual(await fields.read(null), { n: 0 })
  await assert.rejects(fields.change(null, { n: '1' }), invalid(/^n: a number/))
})
