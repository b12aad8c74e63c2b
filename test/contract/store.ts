// What every store must keep, whichever database is below it. No store may leave a test out; a facet that stands in front
// of another store is tested alone.
import { after, before, describe } from 'node:test'
import type { Store } from '../../src/contracts/store.ts'
import { accountTests } from './store-accounts.ts'
import { auditTests } from './store-audit.ts'
import { migrationTests } from './store-migrations.ts'
import { sessionEndTests } from './store-session-ends.ts'
import { sessionTests } from './store-sessions.ts'
import { shapeTests } from './store-shape.ts'
import { leaseTests, tokenTests } from './store-tokens.ts'
import { usedMarkTests } from './store-used-marks.ts'
import { userFieldTests } from './store-user-fields.ts'
import { userTests } from './store-users.ts'

/** A store of its own, empty and not yet migrated. */
export interface StoreUnderTest {
  readonly store: Store
  /** Called after the store was closed: removes what was made for it. */
  readonly remove: () => Promise<void>
}

/** Each test makes records of its own and asks for the one store that they share. */
export type TheStore = () => Store

const FACETS = {
  users: [userTests, userFieldTests, accountTests],
  sessions: [sessionTests, sessionEndTests],
  marks: [usedMarkTests],
  tokens: [tokenTests, leaseTests],
  audit: [auditTests],
} as const

export type StoreFacet = keyof typeof FACETS

const ALL_FACETS = Object.keys(FACETS) as StoreFacet[]

export interface DescribeStoreOptions {
  /** Why the suite cannot run here. */
  readonly skip?: string | false
  /** Only the tests of these facets: for a part of a store, `{ ...memory(), marks }`. Default: all. */
  readonly facets?: readonly StoreFacet[]
}

/** Registers the suite for one kind of store. */
export function describeStore(
  name: string,
  makeStore: () => Promise<StoreUnderTest>,
  { skip = false, facets = ALL_FACETS }: DescribeStoreOptions = {},
): void {
  describe(`${name} keeps the contract of a store`, { skip }, () => {
    let underTest: StoreUnderTest | undefined
    const theStore: TheStore = () => {
      if (!underTest) throw new Error('The store is made before the first test.')
      return underTest.store
    }
    before(async () => {
      underTest = await makeStore()
    })
    after(async () => {
      await underTest?.store.close()
      await underTest?.remove()
    })
    migrationTests(theStore)
    shapeTests(theStore)
    for (const facet of facets) {
      describe(facet, () => {
        for (const tests of FACETS[facet]) tests(theStore)
      })
    }
  })
}
