// A store from outside this repository, written against the package alone: one-time marks in a key-value service, in front
// of a store with the other facets.
import type { MarkStore, Store } from 'latchkey/kit'
import { memory } from 'latchkey/stores/memory'
import { storeContract, type TestRunner } from 'latchkey/testing/contract'

function withMarksElsewhere(behind: Store): Store {
  const service = new Map<string, number>()
  const marks: MarkStore = {
    async useOnce(key, expiresAt) {
      for (const [known, until] of service) if (until <= Date.now()) service.delete(known)
      if (service.has(key)) return false
      service.set(key, expiresAt)
      return true
    },
    isUsed: async (key) => service.has(key),
    // The service's entries expire by themselves.
    sweep: async () => 0,
  }
  return { ...behind, name: 'elsewhere', marks }
}

export function testStore(runner: TestRunner): void {
  storeContract({
    runner,
    name: 'a store with marks elsewhere',
    create: () => ({ store: withMarksElsewhere(memory()) }),
    facets: ['marks', 'users', 'sessions'],
  })
}
