// Every change to the package's exports is visible in a commit, and every exported name and option has a sentence.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { readPublicSurface } from '../../tools/public-surface.ts'
import { root } from './source-tree.ts'

const { text, unexplained } = readPublicSurface()

test('docs/public-surface.txt lists all that is exported: node tools/run.mjs write-public-surface', () => {
  const written = readFileSync(path.join(root, 'docs/public-surface.txt'), 'utf8').split('\n')
  const now = text.split('\n')
  const added = now.filter((line) => !written.includes(line))
  const removed = written.filter((line) => !now.includes(line))
  assert.deepEqual({ added, removed }, { added: [], removed: [] })
  assert.deepEqual(now, written)
})

test('every exported name and every option has a sentence', () => {
  assert.deepEqual(unexplained, [])
})
