// What every store must keep, whichever database is below it. No store may leave a test out.
import { after, before, describe } from 'node:test'
import type { Store } from '../../src/contracts/store.ts'
import { accountTests } from './store-accounts.ts'
import { auditTests } from './store-audit.ts'
import { migrationTests } from './store-migrations.ts'
import { sessionEndTests } from './store-session-ends.ts'
import { sessionTests } from './store-sessions.ts'
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

/** Registers the suite for one kind of store. */
export function describeStore(
  name: string,
  makeStore: () => Promise<StoreUnderTest>,
  { skip = false }: { readonly skip?: string | false } = {},
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
    userTests(theStore)
    userFieldTests(theStore)
    accountTests(theStore)
    sessionTests(theStore)
    sessionEndTests(theStore)
    usedMarkTests(theStore)
    tokenTests(theStore)
    leaseTests(theStore)
    auditTests(theStore)
  })
}
