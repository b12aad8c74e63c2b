// The cases that every adapter must pass over real HTTP, in the order of the table in docs/frameworks.md.
import type { AdapterCase } from './adapter-case.ts'
import { addressCases } from './address-cases.ts'
import { answerCases } from './answer-cases.ts'
import { bearerCases } from './bearer-cases.ts'
import { clientCases } from './client-cases.ts'
import { signInCases } from './sign-in-cases.ts'

export const adapterCases: readonly AdapterCase[] = [
  ...signInCases,
  ...answerCases,
  ...addressCases,
  ...bearerCases,
  ...clientCases,
]
