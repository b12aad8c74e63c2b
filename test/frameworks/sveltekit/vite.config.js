import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'

/** SvelteKit fixes the prefix at build time. */
const base = process.env.PREFIX ?? ''

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ out: base ? 'build-below-prefix' : 'build' }),
      outDir: base ? '.svelte-kit-below-prefix' : '.svelte-kit',
      paths: { base },
      // Latchkey checks its own routes; a provider that answers by form posts from its own origin.
      csrf: { trustedOrigins: ['*'] },
    }),
  ],
})
