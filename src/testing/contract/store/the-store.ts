// How the tests of a store get at it.
import type { Store } from '../../../contracts/store.ts'

/** Each test makes records of its own and asks for the one store that they share. */
export type TheStore = () => Store
