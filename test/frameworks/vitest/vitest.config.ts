import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The repository's own sources; an application leaves these two out.
  ssr: { resolve: { conditions: ['latchkey-source'], externalConditions: ['latchkey-source'] } },
  test: { include: ['*.test.ts'] },
})
