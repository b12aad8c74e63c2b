// The contract of a store, over the memory store.
import { memory } from '../../src/stores/memory.ts'
import { describeStore } from './store.ts'

describeStore('memory', async () => ({ store: memory(), remove: async () => {} }))
