// A facet written by an application, in front of a store, with the part of the contract that it must keep: one-time marks
// in a key-value service with expiring entries.
import type { MarkStore } from '../../src/contracts/store.ts'
import { memory } from '../../src/stores/memory.ts'
import { describeStore } from './store.ts'

function marksIn(kept: Map<string, number>): MarkStore {
  function forget(now: number): void {
    for (const [key, expiresAt] of kept) if (expiresAt <= now) kept.delete(key)
  }
  return {
    async useOnce(key, expiresAt) {
      forget(Date.now())
      if (kept.has(key)) return false
      kept.set(key, expiresAt)
      return true
    },
    isUsed: async (key) => kept.has(key),
    sweep: async () => 0,
  }
}

describeStore(
  'marks elsewhere, in front of memory',
  async () => ({ store: { ...memory(), marks: marksIn(new Map()) }, remove: async () => {} }),
  { facets: ['marks'] },
)
