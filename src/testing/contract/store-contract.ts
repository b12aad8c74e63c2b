// The contract of every store, for any database. No store may skip a test; a facet that wraps another store can be tested
// on its own.
import type { MaybePromise } from '../../contracts/maybe-promise.ts'
import type { Store } from '../../contracts/store.ts'
import { accountTests } from './store/account-tests.ts'
import { auditTests } from './store/audit-tests.ts'
import { migrationTests } from './store/migration-tests.ts'
import { sessionEndTests } from './store/session-end-tests.ts'
import { sessionTests } from './store/session-tests.ts'
import { shapeTests } from './store/shape-tests.ts'
import type { TheStore } from './store/the-store.ts'
import { leaseTests, tokenTests } from './store/token-tests.ts'
import { usedMarkTests } from './store/used-mark-tests.ts'
import { userFieldTests } from './store/user-field-tests.ts'
import { userTests } from './store/user-tests.ts'
import { hooksOf, type RegisterTest, type TestRunner } from './test-runner.ts'

/** A store for this suite alone, empty and not yet migrated. */
export interface StoreUnderTest {
  readonly store: Store
  /** Called after the store is closed. Removes whatever was created for it. */
  readonly remove?: (() => MaybePromise<void>) | undefined
}

/** The facets of a store. */
export type StoreFacet = 'users' | 'sessions' | 'marks' | 'tokens' | 'audit'

type Tests = (test: RegisterTest, store: TheStore) => void

const FACETS: Readonly<Record<StoreFacet, readonly Tests[]>> = {
  users: [userTests, userFieldTests, accountTests],
  sessions: [sessionTests, sessionEndTests],
  marks: [usedMarkTests],
  tokens: [tokenTests, leaseTests],
  audit: [auditTests],
}

const ALL_FACETS = Object.keys(FACETS) as StoreFacet[]

/** Options of `storeContract()`. */
export interface StoreContractOptions {
  /** The module `node:test`, Vitest's, or an object with their functions. */
  readonly runner: TestRunner
  /** Name for the test titles, such as `sqlite`. */
  readonly name: string
  /** Creates the store that all tests share. Called once, before the first test. */
  readonly create: () => MaybePromise<StoreUnderTest>
  /** Runs only the tests of these facets, for a store that replaces some: `{ ...memory(), marks }`. Default: all. */
  readonly facets?: readonly StoreFacet[] | undefined
}

/**
 * Registers the suite that every store must pass. Each test creates its own records and ignores all others.
 *
 * @example
 * ```ts
 * import * as runner from 'node:test'
 * import { memory } from 'latchkey/stores/memory'
 * import { storeContract } from 'latchkey/testing/contract'
 *
 * storeContract({ runner, name: 'my store', create: () => ({ store: memory() }) })
 * ```
 */
export function storeContract({ runner, name, create, facets = ALL_FACETS }: StoreContractOptions): void {
  const { describe, test } = runner
  const { before, after } = hooksOf(runner)
  describe(`${name} keeps the contract of a store`, () => {
    let underTest: StoreUnderTest | undefined
    const theStore: TheStore = () => {
      if (!underTest) throw new Error('The store is made before the first test.')
      return underTest.store
    }
    before(async () => {
      underTest = await create()
    })
    after(async () => {
      await underTest?.store.close()
      await underTest?.remove?.()
    })
    migrationTests(test, theStore)
    shapeTests(test, theStore)
    for (const facet of facets) {
      describe(facet, () => {
        for (const tests of FACETS[facet]) tests(test, theStore)
      })
    }
  })
}
