// The versions that a new project asks for. A test holds them against those that this repository is tested with.

export const versions = {
  express: '^5.3.0',
  '@types/express': '^5.0.6',
  fastify: '^5.12.8',
  koa: '^3.3.0',
  '@types/koa': '^3.0.3',
  '@koa/router': '^15.7.0',
  h3: '^2.0.8',
  hono: '^4.13.19',
  '@hono/node-server': '^2.1.8',
  elysia: '^1.4.30',
  '@elysiajs/node': '^1.4.5',
  next: '^16.4.5',
  react: '^19.3.1',
  'react-dom': '^19.3.1',
  '@types/react': '^19.3.0',
  '@sveltejs/kit': '^3.2.0',
  '@sveltejs/vite-plugin-svelte': '^7.3.1',
  svelte: '^5.57.3',
  vite: '^8.3.8',
  pg: '^8.23.1',
  mysql2: '^3.24.5',
  typescript: '^7.0.2',
  '@types/node': '^24.19.2',
} as const

/** Next.js and SvelteKit load the compiler as a library, which TypeScript 7 is not. */
export const typescriptLibrary = '^6.0.3'

export function versionsOf(...names: readonly (keyof typeof versions)[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, versions[name]]))
}
