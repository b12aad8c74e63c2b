// Variables come from an environment, or from the bindings of a worker, which also include databases.
import type { Environment } from './variables.ts'

/** Returns only the strings. */
export function textsOf(environment: object): Environment {
  if (hasTextsOnly(environment)) return environment
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => typeof value === 'string'))
}

function hasTextsOnly(environment: object): environment is Environment {
  return Object.values(environment).every((value) => value === undefined || typeof value === 'string')
}
