// The languages that come with Latchkey. Each is a file of its own that is loaded when it is first spoken. Bundles for workers
// and browsers get `english-only.ts` in the place of this one (package.json, "imports").
import type { BuiltInLanguages } from './create-languages.ts'

export const builtInLanguages: BuiltInLanguages = {
  en: () => import('../en.ts'),
  de: () => import('../de.ts'),
}
