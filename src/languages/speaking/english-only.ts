// What bundles for workers and browsers get in the place of `built-in.ts`: a bundle is one file, and must not carry languages that
// the application does not speak. It hands in those that it does: `messages: { de }` from `latchkey/languages/de` (docs/languages.md).
import type { BuiltInLanguages } from './create-languages.ts'

export const builtInLanguages: BuiltInLanguages = {
  en: () => import('../en.ts'),
}
