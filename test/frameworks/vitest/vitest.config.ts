import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Uses the repository's own sources and a separate file ending; an application needs neither.
  ssr: { resolve: { conditions: ['latchkey-source'], externalConditions: ['latchkey-source'] } },
  test: { include: ['*.spec.ts'], testTimeout: 30_000, hookTimeout: 30_000 },
})
