import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSessionSql, toStoredSessionRow } from '../../../../../src/stores/parts/sql/find-session-sql.ts'

test('a row’s values are named in the order in which the query asks for them', () => {
  const [, selected = ''] = /^select (.*) from /.exec(findSessionSql({ firstPlaceholder: '?' })) ?? []
  const names = selected.split(', ').map((column) => column.replace(/^.* as |^s\./, ''))
  assert.ok(names.length > 20)
  assert.deepEqual({ ...toStoredSessionRow(names) }, Object.fromEntries(names.map((name) => [name, name])))
})
