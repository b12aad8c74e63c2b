// Measures how much of an operation is spent in the store: a complete login is mostly HTTP and cryptography, which do not
// depend on the number of rows.
import type { Store } from '../../src/contracts/store.ts'

export interface TimedStore {
  readonly store: Store
  /** Milliseconds spent in the store's methods since the last call. */
  readonly take: () => number
}

export function timedStore(store: Store): TimedStore {
  let spent = 0

  function timed<Facet extends object>(facet: Facet): Facet {
    return new Proxy(facet, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target)
        if (typeof value !== 'function') return value
        return (...given: unknown[]) => {
          const begunAt = performance.now()
          const note = (): void => {
            spent += performance.now() - begunAt
          }
          const answer: unknown = value.apply(target, given)
          if (answer instanceof Promise) return answer.finally(note)
          note()
          return answer
        }
      },
    })
  }

  return {
    store: {
      ...store,
      users: timed(store.users),
      sessions: timed(store.sessions),
      marks: timed(store.marks),
      tokens: timed(store.tokens),
      audit: timed(store.audit),
    },
    take: () => {
      const taken = spent
      spent = 0
      return taken
    },
  }
}
