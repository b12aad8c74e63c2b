// The contract suites in Vitest: they test implementations from outside just as they do with node:test.
import * as runner from 'vitest'
import { testAdapter } from '../../e2e/outsiders/acme-adapter.ts'
import { testProvider } from '../../e2e/outsiders/acme-provider.ts'
import { testStore } from '../../e2e/outsiders/marks-elsewhere.ts'

testProvider(runner)
testStore(runner)
testAdapter(runner)
