// Replaces `built-in.ts` in bundles for workers and browsers: a bundle is one file, and must not contain languages that the
// application does not use. The application adds those that it uses: `messages: { de }` from `latchkey/languages/de`
// (docs/languages.md).
import type { BuiltInLanguages } from './create-languages.ts'

export const builtInLanguages: BuiltInLanguages = {
  en: () => import('../en.ts'),
}
