import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The repository's own sources, and a name that its own tests do not have; an application leaves both out.
  ssr: { resolve: { conditions: ['latchkey-source'], externalConditions: ['latchkey-source'] } },
  test: { include: ['*.spec.ts'], testTimeout: 30_000, hookTimeout: 30_000 },
})
