// Where variables come from: an environment, or the bindings of a worker, which have databases among them.
import type { Environment } from './variables.ts'

/** What of them is text. */
export function textsOf(environment: object): Environment {
  if (hasTextsOnly(environment)) return environment
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => typeof value === 'string'))
}

function hasTextsOnly(environment: object): environment is Environment {
  return Object.values(environment).every((value) => value === undefined || typeof value === 'string')
}
