import adapter from '@sveltejs/adapter-node'

/** The prefix is a matter of the build in SvelteKit. */
const base = process.env.PREFIX ?? ''

export default {
  kit: {
    adapter: adapter({ out: base ? 'build-below-prefix' : 'build' }),
    outDir: base ? '.svelte-kit-below-prefix' : '.svelte-kit',
    paths: { base },
    // Latchkey has its own rule for its own routes; a provider that answers by form posts from its origin to ours.
    csrf: { trustedOrigins: ['*'] },
  },
}
