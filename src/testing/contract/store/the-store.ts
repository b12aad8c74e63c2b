// How the tests of a store access it.
import type { Store } from '../../../contracts/store.ts'

/** Returns the one store that all tests share. Each test creates its own records. */
export type TheStore = () => Store
