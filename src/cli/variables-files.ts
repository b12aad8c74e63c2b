// The files with an application's variables, in the order in which they take precedence: `.dev.vars` for Wrangler, which ignores
// `.env` if both exist, and `.env` for all others.
export const variablesFiles = ['.dev.vars', '.env'] as const

export type VariablesFile = (typeof variablesFiles)[number]
